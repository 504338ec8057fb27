/** Reading events: what cannot be understood is rejected with a reason, never guessed. */
@NullMarked
package org.tallybook.report.projection.events;

import org.jspecify.annotations.NullMarked;
