package org.tallybook.auth.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.support.Person;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

/** The operator's command line. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
class DeskIT {

    @Inject
    Desk desk;

    @Test
    void putsAUserInChargeByAddressOrUsernameInAnyCase() {
        Person ada = Person.verified();
        Person bob = Person.verified();

        assertThat(run("admin", ada.email().toUpperCase(Locale.ROOT))).startsWith("0 ");
        assertThat(run("admin", bob.username())).startsWith("0 ");

        assertThat(ada.login().getList("user.roles")).contains("admin");
        assertThat(bob.login().getList("user.roles")).contains("admin");
        assertThat(TestDatabase.count(
                        "SELECT count(*) FROM audit_event WHERE action = 'ADMINISTRATOR_APPOINTED'"
                                + " AND user_id = (SELECT id FROM identity WHERE email_key = ?)",
                        ada.email()))
                .isEqualTo(1);
        assertThat(run("admin", ada.email())).isEqualTo("0 " + ada.email() + " is an administrator already.");
    }

    @Test
    void putsNobodyInChargeWhoIsNotThereOrNotVerified() {
        Person stranger = Person.stranger();

        assertThat(run("admin", stranger.email())).startsWith("1 There is no account");
        stranger.register();
        assertThat(run("admin", stranger.email())).startsWith("1 ").contains("has not verified");

        stranger.verify();
        assertThat(stranger.login().getList("user.roles")).doesNotContain("admin");
    }

    @Test
    void printsAnInvitationAndMailsItToAnAddress() {
        Person guest = Person.stranger();

        String printed = run("invite", guest.email());

        assertThat(printed).matches("0 http://localhost:8080/register\\?invitation=[\\w-]{43}");
        assertThat(TestMailbox.open().await(guest.email()).text()).contains(printed.substring(2));
        assertThat(run("invite")).startsWith("0 http://localhost:8080/register?invitation=");
    }

    @Test
    void saysWhatItUnderstands() {
        assertThat(run("admin")).startsWith("2 usage: admin LOGIN");
        assertThat(run("invite", "nobody")).startsWith("2 nobody is not an e-mail address");
        assertThat(run("drop", "tables")).startsWith("2 usage");
    }

    /** The exit code and what was printed. */
    private String run(String... arguments) {
        PrintStream terminal = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = desk.run(arguments);
            return code + " "
                    + printed.toString(StandardCharsets.UTF_8)
                            .lines()
                            .reduce((first, last) -> last)
                            .orElse("");
        } finally {
            System.setOut(terminal);
        }
    }
}
