/** Passkeys over HTTP. */
@NullMarked
package org.tallybook.auth.passkey.api;

import org.jspecify.annotations.NullMarked;
