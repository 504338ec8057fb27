/** What other services learn of trackers. */
@NullMarked
package org.tallybook.tracker.tracker.events;

import org.jspecify.annotations.NullMarked;
