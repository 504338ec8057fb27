/** Second factors: authenticator apps, recovery codes, and the step that a login has to take when there is one. */
@NullMarked
package org.tallybook.auth.mfa;

import org.jspecify.annotations.NullMarked;
