package org.tallybook.auth.connection.provider;

import java.time.Duration;
import java.util.Map;
import org.tallybook.auth.connection.Attempt;

/** What we and a provider have agreed on. */
record Registration(
        String name,
        String label,
        ClientAccount account,
        AuthorizeUrl authorizeUrl,
        ProfileFields fields,
        Duration keepMetadata) {

    /** RFC 6749, section 4.1.3, and RFC 7636, section 4.5. */
    Map<String, String> exchange(String code, Attempt attempt) {
        return Map.of(
                "code", code,
                "redirect_uri", authorizeUrl.redirectUri(),
                "code_verifier", attempt.verifier());
    }
}
