package org.tallybook.auth.invitation.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.identity.api.ProfileFields;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.invitation.CreateInvitation;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * An invitation to be made.
 *
 * @param email the only address that may register with it, and where it is mailed; any when left out
 * @param expiresInDays 7 when left out
 * @param locale of the mail (BCP 47); {@code en} when left out
 */
public record InvitationRequest(
        @Size(min = EmailAddress.SHORTEST, max = EmailAddress.LONGEST) @Nullable
        String email,

        @Min(1) @Max(90) @Nullable Integer expiresInDays,
        @Nullable String locale)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(email != null && !EmailAddress.isValid(email), "email", FieldCode.INVALID_FORMAT);
        ProfileFields.checkLocale(locale, errors);
    }

    CreateInvitation.Wish wish() {
        return new CreateInvitation.Wish(
                email == null ? null : new EmailAddress(email), expiresInDays, ProfileFields.locale(locale));
    }
}
