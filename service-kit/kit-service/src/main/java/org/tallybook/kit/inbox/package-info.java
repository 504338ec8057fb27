/** Consumption of events: at least once, in batches, committed before they are acknowledged. */
@NullMarked
package org.tallybook.kit.inbox;

import org.jspecify.annotations.NullMarked;
