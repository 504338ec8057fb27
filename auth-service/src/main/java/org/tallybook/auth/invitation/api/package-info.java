/** Invitations over HTTP. */
@NullMarked
package org.tallybook.auth.invitation.api;

import org.jspecify.annotations.NullMarked;
