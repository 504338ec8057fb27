package org.tallybook.auth.connection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.invitation.domain.InvitationKey;

/**
 * What a new user is made with, beside what the provider says.
 *
 * @param invitation null for somebody without one
 */
record Newcomer(Locale language, @Nullable InvitationKey invitation) {}
