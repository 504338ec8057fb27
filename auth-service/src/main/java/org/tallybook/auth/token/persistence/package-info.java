/** Signing keys in PostgreSQL. */
@NullMarked
package org.tallybook.auth.token.persistence;

import org.jspecify.annotations.NullMarked;
