/** Invitations in PostgreSQL. */
@NullMarked
package org.tallybook.auth.invitation.persistence;

import org.jspecify.annotations.NullMarked;
