/** How a user may feel: the built-in emotions and the user's own. */
@NullMarked
package org.tallybook.tracker.emotion;

import org.jspecify.annotations.NullMarked;
