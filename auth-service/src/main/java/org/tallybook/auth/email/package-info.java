/** Moving an account to another e-mail address, confirmed at both. */
@NullMarked
package org.tallybook.auth.email;

import org.jspecify.annotations.NullMarked;
