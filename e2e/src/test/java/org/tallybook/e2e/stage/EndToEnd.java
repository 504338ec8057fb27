package org.tallybook.e2e.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the whole system; its parameters may be the {@code LocalTallybook}, its {@code Api}, its {@code Mailbox}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("end-to-end")
@ExtendWith(RunningTallybook.class)
public @interface EndToEnd {}
