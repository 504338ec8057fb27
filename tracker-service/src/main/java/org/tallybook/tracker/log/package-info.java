/** What a user logs. */
@NullMarked
package org.tallybook.tracker.log;

import org.jspecify.annotations.NullMarked;
