package org.tallybook.auth.email;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.auth.support.InParallel;
import org.tallybook.auth.support.Person;
import org.tallybook.kit.test.stack.TallybookStack;
import org.tallybook.kit.test.stack.TestMailbox;

@QuarkusTest
@WithTestResource(TallybookStack.class)
class EmailChangeIT {

    private static final String PATH = Person.PATH + "/me/email";
    private static final String FROM = "Confirm the move to another address";
    private static final String TO = "Confirm your new e-mail address";
    private static final Pattern TOKEN = Pattern.compile("/verify\\?token=([A-Za-z0-9_-]{43})");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void movesWhenBothAddressesHaveAgreedInAnyOrder(boolean oldFirst) {
        Person ada = Person.verified();
        String access = ada.accessToken();
        String wanted = Person.stranger().email();
        ask(access, wanted).then().statusCode(202);
        List<String> tokens = oldFirst
                ? List.of(token(ada.email(), FROM), token(wanted, TO))
                : List.of(token(wanted, TO), token(ada.email(), FROM));

        confirm(tokens.get(0)).then().statusCode(204);
        assertThat(emailOf(access)).isEqualTo(ada.email());
        confirm(tokens.get(1)).then().statusCode(204);

        assertThat(emailOf(access)).isEqualTo(wanted);
        login(wanted, ada.password()).then().statusCode(200);
        login(ada.email(), ada.password()).then().statusCode(401);
        TestMailbox.open()
                .await(
                        ada.email(),
                        mail -> mail.subject().equals("Your account moved to another address")
                                && mail.text().contains(wanted));
        confirm(tokens.get(0)).then().statusCode(400);
    }

    @Test
    void anAddressOfSomebodyElseIsNeitherTakenNorTold() {
        Person ada = Person.verified();
        Person eve = Person.verified();
        String access = eve.accessToken();

        ask(access, ada.email()).then().statusCode(202);

        TestMailbox.open().await(ada.email(), mail -> mail.subject().equals("You already have an account"));
        confirm(token(eve.email(), FROM)).then().statusCode(204);
        assertThat(emailOf(access)).isEqualTo(eve.email());
        login(ada.email(), ada.password()).then().statusCode(200);
    }

    @Test
    void anAddressThatSomebodyTakesMeanwhileStaysTheirs() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        Person late = Person.stranger();
        ask(access, late.email()).then().statusCode(202);
        confirm(token(ada.email(), FROM)).then().statusCode(204);
        String other = token(late.email(), TO);
        late.register();
        confirm(token(late.email(), "Confirm your e-mail address")).then().statusCode(204);

        confirm(other).then().statusCode(204);

        assertThat(emailOf(access)).isEqualTo(ada.email());
        assertThat(emailOf(late.accessToken())).isEqualTo(late.email());
    }

    @Test
    void ofParallelConfirmationsEachCountsOnce() throws Exception {
        Person ada = Person.verified();
        String access = ada.accessToken();
        String wanted = Person.stranger().email();
        ask(access, wanted).then().statusCode(202);
        List<String> tokens = List.of(token(ada.email(), FROM), token(wanted, TO));

        List<Integer> answers =
                InParallel.times(8, i -> confirm(tokens.get(i % 2)).statusCode());

        assertThat(answers).containsOnly(204, 400);
        assertThat(answers.stream().filter(status -> status == 204)).hasSize(2);
        assertThat(emailOf(access)).isEqualTo(wanted);
    }

    @Test
    void aLaterWishTakesThePlaceOfAnEarlierOne() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        String first = Person.stranger().email();
        ask(access, first).then().statusCode(202);
        String spent = token(first, TO);
        ask(access, Person.stranger().email()).then().statusCode(202);

        confirm(spent).then().statusCode(400);
    }

    @Test
    void canBeTakenBack() {
        Person ada = Person.verified();
        String access = ada.accessToken();
        String wanted = Person.stranger().email();
        ask(access, wanted).then().statusCode(202);
        String token = token(wanted, TO);

        given().auth().oauth2(access).delete(PATH).then().statusCode(204);

        confirm(token).then().statusCode(400);
        given().auth().oauth2(access).delete(PATH).then().statusCode(204);
    }

    @Test
    void mailsNobodyMoreThanThreeTimesAnHour() {
        String access = Person.verified().accessToken();
        for (int i = 0; i < 3; i++) {
            ask(access, Person.stranger().email()).then().statusCode(202);
        }

        ask(access, Person.stranger().email()).then().statusCode(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a@b", "nobody", "a@b.example\\r\\nBcc: c@d.example"})
    void refusesWhatIsNoAddress(String email) {
        String access = Person.verified().accessToken();

        given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"extra\":1}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://tallybook.org/problems/invalid-request"))
                .body("errors.field", hasItems("email", "extra"));
    }

    private static Response ask(String access, String wanted) {
        return given().auth()
                .oauth2(access)
                .contentType("application/json")
                .body(Map.of("email", wanted))
                .post(PATH);
    }

    private static Response confirm(String token) {
        return Person.post("/verify-email", Map.of("token", token));
    }

    private static Response login(String email, String password) {
        return Person.post("/login", Map.of("login", email, "password", password));
    }

    private static String emailOf(String access) {
        return Person.me(access).jsonPath().getString("email");
    }

    private static String token(String address, String subject) {
        String text = TestMailbox.open()
                .await(address, mail -> mail.subject().equals(subject))
                .text();
        Matcher link = TOKEN.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
