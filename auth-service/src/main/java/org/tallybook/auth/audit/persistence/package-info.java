/** The audit log in PostgreSQL. */
@NullMarked
package org.tallybook.auth.audit.persistence;

import org.jspecify.annotations.NullMarked;
