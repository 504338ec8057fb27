/** Pending changes in PostgreSQL. */
@NullMarked
package org.tallybook.auth.email.persistence;

import org.jspecify.annotations.NullMarked;
