package org.tallybook.auth.credential;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tallybook.auth.credential.domain.PasswordRules;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.identity.domain.Username;
import org.tallybook.kit.problem.FieldCode;
import org.tallybook.kit.problem.FieldErrors;
import org.tallybook.kit.problem.Rejected;

/** Applies the rules of passwords to a field of a request. */
@Singleton
public class PasswordPolicy {

    private static final String PRODUCT = "tallybook";

    private final PasswordRules rules;

    PasswordPolicy(PasswordRules rules) {
        this.rules = rules;
    }

    /** What an account is known by, and its password must not be made of. */
    public static List<String> contextOf(Username username, EmailAddress email) {
        List<String> words = new ArrayList<>(List.of(PRODUCT, username.value(), email.value(), email.localPart()));
        words.addAll(Arrays.asList(email.value().split("[@.+_-]")));
        return words;
    }

    /**
     * @param secondFactor whether the user has one
     * @throws Rejected {@code invalid-request} naming the field, if the password is not good enough for the user
     */
    public void require(String field, String password, Identity identity, boolean secondFactor) {
        int shortest = secondFactor ? PasswordRules.SHORTEST_WITH_SECOND_FACTOR : PasswordRules.SHORTEST;
        FieldErrors errors = new FieldErrors();
        rules.faultOf(password, contextOf(identity.profile().username(), identity.email()), shortest)
                .ifPresent(fault -> add(field, fault, shortest, errors));
        errors.verify();
    }

    private static void add(String field, PasswordRules.Fault fault, int shortest, FieldErrors errors) {
        switch (fault) {
            case TOO_SHORT -> errors.add(field, FieldCode.TOO_SHORT, shortest);
            case TOO_LONG -> errors.add(field, FieldCode.TOO_LONG, PasswordRules.LONGEST);
            case GUESSABLE -> errors.add(field, FieldCode.NOT_ALLOWED);
        }
    }
}
