/** The {@code tallybook} command: brings the whole system up on one machine and takes it down again. */
@NullMarked
package org.tallybook.local.launcher;

import org.jspecify.annotations.NullMarked;
