/** A deleted user leaves nothing behind. */
@NullMarked
package org.tallybook.tracker.erasure;

import org.jspecify.annotations.NullMarked;
