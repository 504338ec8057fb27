package org.tallybook.auth.pat.domain;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a token allows, in the words that the services ask for. There is none that reaches the account itself: a
 * program can neither read who its user is connected with nor make itself another token.
 */
public record TokenScope(String value) {

    private static final Set<String> KNOWN =
            Set.of("trackers:read", "trackers:write", "logs:read", "logs:write", "reports:read");
    private static final Pattern ONE_TRACKER =
            Pattern.compile("logs:write:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public TokenScope {
        if (!isKnown(value)) {
            throw new IllegalArgumentException("no scope of a personal access token");
        }
    }

    public static boolean isKnown(String value) {
        return KNOWN.contains(value) || ONE_TRACKER.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
