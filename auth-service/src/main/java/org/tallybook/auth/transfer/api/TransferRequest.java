package org.tallybook.auth.transfer.api;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tallybook.auth.transfer.BroughtAccount;
import org.tallybook.kit.json.Checkable;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;

/** @param users 1 to 100 */
public record TransferRequest(
        @Schema(minItems = 1, maxItems = 100) @Nullable List<@Nullable UserToTakeIn> users) implements Checkable {

    static final int MOST = 100;

    @Override
    public void check(FieldErrors errors) {
        List<@Nullable UserToTakeIn> given = users == null ? List.of() : users;
        errors.addIf(users == null, "users", FieldCode.REQUIRED);
        errors.addIf(given.isEmpty(), "users", FieldCode.BLANK);
        errors.addIf(given.size() > MOST, "users", FieldCode.TOO_LONG, MOST);
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            check(given.get(i), "users[" + i + "]", errors);
        }
    }

    private static void check(@Nullable UserToTakeIn user, String place, FieldErrors errors) {
        if (user == null) {
            errors.add(place, FieldCode.REQUIRED);
        } else {
            user.check(place + ".", errors);
        }
    }

    List<BroughtAccount> accounts() {
        return Objects.requireNonNull(users).stream()
                .map(user -> Objects.requireNonNull(user).account())
                .toList();
    }

    /** Hashes must not reach a log. */
    @Override
    public String toString() {
        return "TransferRequest[…]";
    }
}
