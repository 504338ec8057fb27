/** What other services learn of logs. */
@NullMarked
package org.tallybook.tracker.log.events;

import org.jspecify.annotations.NullMarked;
