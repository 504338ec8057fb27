package org.tallybook.auth.connection.provider;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.connection.domain.ProviderFailure;
import org.tallybook.auth.connection.domain.ProviderProfile;
import org.tallybook.auth.identity.domain.EmailAddress;

/** Where in a provider's words the parts of a profile are. */
record ProfileFields(String subject, String name, String email, String emailVerified) {

    ProviderProfile profile(JsonObject words) {
        String id = Answers.text(words, subject);
        if (id == null || id.length() > ProviderProfile.LONGEST_SUBJECT || id.indexOf('\0') >= 0) {
            throw ProviderFailure.wrong("profile without a usable id");
        }
        return new ProviderProfile(id, Answers.text(words, name), verifiedEmail(words));
    }

    /** Some providers write the truth as text. */
    private @Nullable EmailAddress verifiedEmail(JsonObject words) {
        Object verified = words.getValue(emailVerified);
        String address = Answers.text(words, email);
        boolean usable = Boolean.TRUE.equals(verified) || "true".equals(verified);
        return usable && address != null && EmailAddress.isValid(address) ? new EmailAddress(address) : null;
    }
}
