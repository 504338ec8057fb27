/** Passkeys (WebAuthn level 3): as the only factor of a sign-in, and as the second. */
@NullMarked
package org.tallybook.auth.passkey;

import org.jspecify.annotations.NullMarked;
