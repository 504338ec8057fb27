package org.tallybook.auth.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.auth.identity.api.ProfileFields;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A registration.
 *
 * @param email 6 to 254 characters
 * @param username 4 to 25 of letters, digits, dots, underscores and hyphens
 * @param password 15 to 128 code points, none that is easily guessed
 * @param timeZone IANA name; UTC if absent
 * @param locale BCP 47 tag; {@code en} if absent
 * @param invitation the token of an invitation; needed where registration is by invitation only
 */
@GoodPassword
public record RegisterRequest(
        @NotNull @Size(min = EmailAddress.SHORTEST, max = EmailAddress.LONGEST) @Nullable
        String email,

        @NotNull @Size(min = Username.SHORTEST, max = Username.LONGEST) @Pattern(regexp = Username.FORM) @Nullable
        String username,

        @NotNull @Nullable String password,
        @Nullable String timeZone,
        @Nullable String locale,
        @Size(max = 512) @Nullable String invitation)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(email != null && !EmailAddress.isValid(email), "email", FieldCode.INVALID_FORMAT);
        NewPasswords.checkLength("password", password, PasswordRules.SHORTEST, errors);
        ProfileFields.checkTimeZone(timeZone, errors);
        ProfileFields.checkLocale(locale, errors);
    }

    EmailAddress emailAddress() {
        return new EmailAddress(Objects.requireNonNull(email));
    }

    Profile profile() {
        return new Profile(
                new Username(Objects.requireNonNull(username)),
                ProfileFields.zone(timeZone),
                ProfileFields.locale(locale),
                LocalTime.MIDNIGHT);
    }

    /** Empty for none and for what cannot be one. */
    Optional<OpaqueToken> invitationToken() {
        return OpaqueToken.parse(invitation);
    }

    /** The password must not reach a log. */
    @Override
    public String toString() {
        return "RegisterRequest[…]";
    }
}
