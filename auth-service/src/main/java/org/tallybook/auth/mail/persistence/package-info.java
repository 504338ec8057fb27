/** Waiting mails in PostgreSQL. */
@NullMarked
package org.tallybook.auth.mail.persistence;

import org.jspecify.annotations.NullMarked;
