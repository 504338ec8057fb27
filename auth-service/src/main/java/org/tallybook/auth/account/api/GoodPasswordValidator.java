package org.tallybook.auth.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallybook.auth.credential.domain.PasswordRules;

/**
 * Says nothing about absent or short passwords; those are reported with their bounds elsewhere. Validators are made
 * before the configuration can be read, so the rules are looked up at the first use.
 */
@ApplicationScoped
public class GoodPasswordValidator implements ConstraintValidator<GoodPassword, RegisterRequest> {

    private final Instance<PasswordRules> rules;

    public GoodPasswordValidator(Instance<PasswordRules> rules) {
        this.rules = rules;
    }

    @Override
    public boolean isValid(RegisterRequest request, ConstraintValidatorContext context) {
        String password = request.password();
        if (password == null || !isGuessable(password, request)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("not-allowed")
                .addPropertyNode("password")
                .addConstraintViolation();
        return false;
    }

    private boolean isGuessable(String password, RegisterRequest request) {
        List<String> context = new ArrayList<>(List.of("tallybook"));
        if (request.username() != null) {
            context.add(request.username());
        }
        if (request.email() != null) {
            context.add(request.email());
            context.addAll(List.of(request.email().split("[@.+_-]")));
        }
        return rules.get().faultOf(password, context).equals(Optional.of(PasswordRules.Fault.GUESSABLE));
    }
}
