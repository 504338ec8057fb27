/** Links and sealed grants in PostgreSQL, begun sign-ins in Redis. */
@NullMarked
package org.tallybook.auth.connection.persistence;

import org.jspecify.annotations.NullMarked;
