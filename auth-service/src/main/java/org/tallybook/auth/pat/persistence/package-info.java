/** Personal access tokens in PostgreSQL. */
@NullMarked
package org.tallybook.auth.pat.persistence;

import org.jspecify.annotations.NullMarked;
