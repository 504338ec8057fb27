/** Facts: the newest known state of everything a month is computed from, kept from events. */
@NullMarked
package org.tallybook.report.projection;

import org.jspecify.annotations.NullMarked;
