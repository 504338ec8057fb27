package org.tallybook.auth.transfer.api;

import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordHash;
import org.tallybook.auth.identity.api.ProfileFields;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.auth.transfer.BroughtAccount;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A user of another system.
 *
 * @param email an address that the other system has verified
 * @param username 4 to 25 of letters, digits, dots, underscores and hyphens
 * @param passwordHash bcrypt ({@code $2a$}, {@code $2b$}, {@code $2y$}) of a cost of 4 to 14
 * @param timeZone IANA name; UTC if absent
 * @param locale BCP 47 tag; {@code en} if absent
 */
public record UserToTakeIn(
        @Nullable String email,
        @Nullable String username,
        @Nullable String passwordHash,
        @Nullable String timeZone,
        @Nullable String locale) {

    void check(String place, FieldErrors errors) {
        require(place + "email", email, email != null && EmailAddress.isValid(email), errors);
        require(place + "username", username, username != null && username.matches(Username.FORM), errors);
        require(place + "passwordHash", passwordHash, passwordHash != null && isBcrypt(passwordHash), errors);
        FieldErrors profile = new FieldErrors();
        ProfileFields.checkTimeZone(timeZone, profile);
        ProfileFields.checkLocale(locale, profile);
        profile.asList().forEach(fault -> errors.add(place + fault.field(), fault.code()));
    }

    private static void require(String field, @Nullable String value, boolean good, FieldErrors errors) {
        errors.addIf(value == null, field, FieldCode.REQUIRED);
        errors.addIf(value != null && !good, field, FieldCode.INVALID_FORMAT);
    }

    private static boolean isBcrypt(String hash) {
        try {
            return hash.startsWith("$2") && PasswordHash.parse(hash) != null;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    BroughtAccount account() {
        var profile = new Profile(
                new Username(Objects.requireNonNull(username)),
                ProfileFields.zone(timeZone),
                ProfileFields.locale(locale),
                LocalTime.MIDNIGHT);
        return new BroughtAccount(
                new EmailAddress(Objects.requireNonNull(email)),
                profile,
                PasswordHash.parse(Objects.requireNonNull(passwordHash)));
    }

    /** The hash must not reach a log. */
    @Override
    public String toString() {
        return "UserToTakeIn[…]";
    }
}
