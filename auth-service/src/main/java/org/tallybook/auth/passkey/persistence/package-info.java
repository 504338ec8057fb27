/** Passkeys in PostgreSQL, their challenges in Redis. */
@NullMarked
package org.tallybook.auth.passkey.persistence;

import org.jspecify.annotations.NullMarked;
