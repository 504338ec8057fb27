package org.tallybook.auth.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallybook.auth.identity.domain.EmailAddress;
import org.tallybook.auth.invitation.CreateInvitation;
import org.tallybook.auth.invitation.NewInvitation;
import org.tallybook.auth.secret.Secrets;
import org.tallybook.auth.support.ByInvitation;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/** Registration is by invitation, through a provider too. */
@QuarkusTest
@WithTestResource(TallybookStack.class)
@WithTestResource(FakeProvider.class)
@TestProfile(ByInvitation.class)
class InvitedSignUpIT {

    private static final String LINKED = "SELECT count(*) FROM linked_account WHERE subject = ?";

    @Inject
    Secrets secrets;

    @Inject
    CreateInvitation inviting;

    private Wanderer browser = Wanderer.anonymous("");
    private String subject = "";

    @BeforeEach
    void somebodyNew() {
        browser = Wanderer.anonymous(secrets.internalKey());
        subject = UUID.randomUUID().toString();
    }

    @Test
    void signsNobodyUpWhoIsNotInvited() {
        for (String invitation : new String[] {null, "x", "A".repeat(43)}) {
            travel(invitation, subject).then().statusCode(403).body("type", containsString("invitation-invalid"));
        }

        assertThat(TestDatabase.count(LINKED, subject)).isZero();
    }

    @Test
    void signsOneUpWhoIsAndLetsThemInEverAfter() throws Throwable {
        String invitation = invitation(null);

        travel(invitation, subject).then().statusCode(200);

        String other = UUID.randomUUID().toString();
        travel(invitation, other).then().statusCode(403).body("type", containsString("invitation-invalid"));
        assertThat(TestDatabase.count(LINKED, other)).isZero();
        travel(null, subject).then().statusCode(200);
    }

    @Test
    void holdsTheAddressThatTheProviderKnowsAgainstTheInvitation() throws Throwable {
        String invitation = invitation(address(subject));

        travel(invitation, UUID.randomUUID().toString()).then().statusCode(403);
        travel(invitation, subject).then().statusCode(200);
    }

    private String invitation(@Nullable String email) throws Throwable {
        var wish = new CreateInvitation.Wish(email == null ? null : new EmailAddress(email), null, Locale.ENGLISH);
        NewInvitation made = VertxContextSupport.subscribeAndAwait(() -> inviting.createAtTheDesk(wish));
        return made.link().getQuery().replace("invitation=", "");
    }

    private Response travel(@Nullable String invitation, String who) {
        var request = browser.request();
        Response away = (invitation == null ? request : request.queryParam("invitation", invitation))
                .get(Wanderer.PATH + "acme/authorize");
        away.then().statusCode(200);
        Map<String, String> sentWith = Wanderer.query(away.path("authorizeUrl"));
        return browser.comeBack("acme", sentWith, Script.of(who).verified(address(who)));
    }

    private static String address(String who) {
        return "acme." + who + "@people.example";
    }
}
