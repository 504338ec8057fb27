/** What PostgreSQL knows of accounts as a whole. */
@NullMarked
package org.tallybook.auth.account.persistence;

import org.jspecify.annotations.NullMarked;
