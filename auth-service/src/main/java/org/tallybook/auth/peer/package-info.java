/** Which caller is another part of Tallybook. */
@NullMarked
package org.tallybook.auth.peer;

import org.jspecify.annotations.NullMarked;
