/** Mailed links in PostgreSQL. */
@NullMarked
package org.tallybook.auth.link.persistence;

import org.jspecify.annotations.NullMarked;
