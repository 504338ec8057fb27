/** Sessions and refresh tokens in PostgreSQL. */
@NullMarked
package org.tallybook.auth.session.persistence;

import org.jspecify.annotations.NullMarked;
