/** How a user divides time into days: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.owner.domain;

import org.jspecify.annotations.NullMarked;
