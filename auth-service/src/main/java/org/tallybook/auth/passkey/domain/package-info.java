/** Passkeys; plain Java. */
@NullMarked
package org.tallybook.auth.passkey.domain;

import org.jspecify.annotations.NullMarked;
