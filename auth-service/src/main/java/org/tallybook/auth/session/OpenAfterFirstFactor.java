package org.tallybook.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.session.domain.Opening;
import org.tallybook.auth.session.domain.Proof;
import org.tallybook.auth.session.domain.SignInMethod;
import org.tallybook.kit.problem.Rejected;

/** Opens a session for a user who has proved one thing, unless the user wants two to be proved. */
@ApplicationScoped
public class OpenAfterFirstFactor {

    private final SecondStep secondStep;
    private final OpenSession opening;

    OpenAfterFirstFactor(SecondStep secondStep, OpenSession opening) {
        this.secondStep = secondStep;
        this.opening = opening;
    }

    /** Fails with {@link Rejected} {@code mfa-required} if a second factor has to be shown first. */
    public Uni<SignedIn> open(UserId user, SignInMethod first, Opening how) {
        return secondStep
                .begin(user, first, how)
                .invoke(required -> required.ifPresent(OpenAfterFirstFactor::refuse))
                .chain(() -> opening.open(user, how, new Proof(first, false)));
    }

    private static void refuse(Rejected refusal) {
        throw refusal;
    }
}
