package org.tallybook.auth.identity.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.domain.Profile;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldErrors;

/**
 * What a user may change; patched onto what is stored.
 *
 * @param username 4 to 25 of letters, digits, dots, underscores and hyphens
 * @param timeZone IANA name
 * @param locale BCP 47 tag
 * @param dayStart {@code HH:mm}
 */
public record ProfileRequest(
        @NotNull @Size(min = Username.SHORTEST, max = Username.LONGEST) @Pattern(regexp = Username.FORM) @Nullable
        String username,

        @NotNull @Nullable String timeZone,
        @NotNull @Nullable String locale,
        @NotNull @Nullable String dayStart)
        implements Checkable {

    static ProfileRequest of(Profile profile) {
        return new ProfileRequest(
                profile.username().value(),
                profile.zone().getId(),
                profile.locale().toLanguageTag(),
                DateTimeFormatter.ofPattern("HH:mm").format(profile.dayStart()));
    }

    @Override
    public void check(FieldErrors errors) {
        ProfileFields.checkTimeZone(timeZone, errors);
        ProfileFields.checkLocale(locale, errors);
        ProfileFields.checkDayStart(dayStart, errors);
    }

    Profile toProfile() {
        return new Profile(
                new Username(Objects.requireNonNull(username)),
                ProfileFields.zone(timeZone),
                ProfileFields.locale(locale),
                ProfileFields.dayStart(dayStart));
    }
}
