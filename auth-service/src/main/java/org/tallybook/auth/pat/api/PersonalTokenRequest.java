package org.tallybook.auth.pat.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.TokenScope;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/**
 * A token to be made.
 *
 * @param name the owner's word for it, one line: it stands in mails
 * @param scopes what it allows
 * @param expiresInDays 90 when left out
 */
public record PersonalTokenRequest(
        @NotBlank @Size(max = PersonalToken.LONGEST_NAME) @Nullable
        String name,

        @NotEmpty
        @Size(max = PersonalToken.MOST_SCOPES)
        @Schema(
                examples = "[\"trackers:read\", \"logs:write\"]",
                description = "Of trackers:read, trackers:write, logs:read, logs:write, logs:write:<tracker id>,"
                        + " reports:read")
        @Nullable
        List<@Nullable String> scopes,

        @Min(1) @Max(365) @Nullable Integer expiresInDays)
        implements Checkable {

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(name != null && name.chars().anyMatch(Character::isISOControl), "name", FieldCode.INVALID_FORMAT);
        if (scopes == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < scopes.size(); i++) {
            String scope = scopes.get(i);
            String field = "scopes[" + i + "]";
            errors.addIf(scope == null || !TokenScope.isKnown(scope), field, FieldCode.INVALID_VALUE);
            errors.addIf(scope != null && !seen.add(scope), field, FieldCode.DUPLICATE);
        }
    }

    Set<TokenScope> tokenScopes() {
        return Objects.requireNonNull(scopes).stream()
                .map(scope -> new TokenScope(Objects.requireNonNull(scope)))
                .collect(Collectors.toSet());
    }
}
