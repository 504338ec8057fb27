/** What a token allows in this service. */
@NullMarked
package org.tallybook.tracker.access;

import org.jspecify.annotations.NullMarked;
