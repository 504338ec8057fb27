package org.tallybook.auth.account.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The password of a registration is not easily guessed by who knows its other fields. */
@Documented
@Constraint(validatedBy = GoodPasswordValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface GoodPassword {

    String message() default "not-allowed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
