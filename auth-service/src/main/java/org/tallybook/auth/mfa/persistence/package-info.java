/** Second factors in PostgreSQL. */
@NullMarked
package org.tallybook.auth.mfa.persistence;

import org.jspecify.annotations.NullMarked;
