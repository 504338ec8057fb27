/** Password hashes in PostgreSQL. */
@NullMarked
package org.tallybook.auth.credential.persistence;

import org.jspecify.annotations.NullMarked;
