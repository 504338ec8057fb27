/** Creation under an id that the client may choose: repeatable, and never twice. */
@NullMarked
package org.tallybook.tracker.creation;

import org.jspecify.annotations.NullMarked;
