/** Identities in PostgreSQL. */
@NullMarked
package org.tallybook.auth.identity.persistence;

import org.jspecify.annotations.NullMarked;
