/** Makes guessing passwords slow without locking their owners out. */
@NullMarked
package org.tallybook.auth.guard;

import org.jspecify.annotations.NullMarked;
