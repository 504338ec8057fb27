package org.tallybook.auth.mfa.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens the account once to who has lost the second factor: 120 random bits as 24 characters of base32. */
public final class RecoveryCode {

    public static final int BYTES = 15;

    private static final Pattern COMPACT = Pattern.compile("[a-z2-7]{24}");
    private static final Pattern GROUPS = Pattern.compile("(.{6})(?!$)");

    private final String compact;

    private RecoveryCode(String compact) {
        this.compact = compact;
    }

    /** Reads what a person typed: case, spaces and hyphens do not count. Empty for what cannot be a code of ours. */
    public static Optional<RecoveryCode> parse(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String compact = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return COMPACT.matcher(compact).matches() ? Optional.of(new RecoveryCode(compact)) : Optional.empty();
    }

    /** Without separators. */
    public String compact() {
        return compact;
    }

    /** As it is shown: {@code abcdef-ghijkl-mnopqr-stuvwx}. */
    public String text() {
        return GROUPS.matcher(compact).replaceAll("$1-");
    }

    /** Never the code: it must not reach a log. */
    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
