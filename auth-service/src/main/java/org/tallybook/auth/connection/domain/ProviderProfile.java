package org.tallybook.auth.connection.domain;

import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.EmailAddress;

/**
 * What a provider says about its user.
 *
 * @param subject the provider's own id, at most {@link #LONGEST_SUBJECT} characters; the only thing that identifies
 * @param name for people to recognise the account by
 * @param verifiedEmail an address that the provider itself has verified; null if it has none or does not say so
 */
public record ProviderProfile(
        String subject, @Nullable String name, @Nullable EmailAddress verifiedEmail) {

    /** OpenID Connect Core 1.0, section 2. */
    public static final int LONGEST_SUBJECT = 255;

    public ProviderProfile {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a subject");
        }
        name = name == null ? null : name.replaceAll("\\p{C}", "").trim();
    }
}
