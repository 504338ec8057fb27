package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {

    private static final JsonNode FILE =
            Repository.yaml(Repository.text("docker-compose.yml")).get(0);

    static Stream<String> containers() {
        return FILE.path("services").properties().stream().map(Map.Entry::getKey);
    }

    static Stream<String> services() {
        return Ports.services();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyContainerIsHardened(String name) {
        JsonNode container = container(name);

        assertThat(container.path("user").asText()).as("a numeric user").matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(container.path("read_only").asBoolean()).as("read-only").isTrue();
        assertThat(texts(container.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(container.path("security_opt"))).contains("no-new-privileges:true");
        assertThat(container.path("mem_limit").asText()).as("a memory limit").isNotEmpty();
        assertThat(container.path("pids_limit").asInt())
                .as("a limit of processes")
                .isPositive();
        assertThat(container.has("privileged")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void everyImageIsPinned(String name) {
        assertThat(container(name).path("image").asText())
                .doesNotEndWith(":latest")
                .matches(
                        "(tallybook/[a-z-]+:\\$\\{TALLYBOOK_VERSION:-\\d+\\.\\d+\\.\\d+}|[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?(-[a-z0-9.]+)?)");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsBuiltHereAndAskedForItsReadiness(String name) {
        JsonNode container = container(name);

        assertThat(Repository.ROOT.resolve(container.at("/build/dockerfile").asText()))
                .exists();
        assertThat(container.at("/healthcheck/test").toString()).contains("ready.sh");
        assertThat(container.path("depends_on").properties())
                .allSatisfy(dependency -> assertThat(
                                dependency.getValue().path("condition").asText())
                        .isEqualTo("service_healthy"))
                .allSatisfy(
                        dependency -> assertThat(container(dependency.getKey()).has("healthcheck"))
                                .as("%s has a health check", dependency.getKey())
                                .isTrue());
    }

    @Test
    void onlyTheGatewayAndTheMailPageCanBeReachedAndOnlyFromThisMachine() {
        Set<String> published = new TreeSet<>();
        containers()
                .forEach(
                        name -> texts(container(name).path("ports")).forEach(port -> published.add(name + " " + port)));

        assertThat(published).containsExactly("gateway 127.0.0.1:8080:8080", "mailpit 127.0.0.1:8025:8025");
    }

    @Test
    void dataAndServicesAreOnInternalNetworks() {
        for (String network : List.of("services", "data", "cache")) {
            assertThat(FILE.at("/networks/" + network + "/internal").asBoolean())
                    .as(network)
                    .isTrue();
        }
        assertThat(texts(container("gateway").path("networks"))).doesNotContain("data", "mail");
        assertThat(texts(container("tracker-service").path("networks"))).doesNotContain("edge", "mail");
    }

    @Test
    void everySecretIsDeclaredUsedAndMadeByTheScript() {
        Set<String> declared = new TreeSet<>();
        FILE.path("secrets").fieldNames().forEachRemaining(declared::add);
        Set<String> used = new TreeSet<>();
        containers()
                .forEach(name -> container(name)
                        .path("secrets")
                        .forEach(secret -> used.add(
                                secret.isTextual()
                                        ? secret.asText()
                                        : secret.path("source").asText())));

        assertThat(used).isEqualTo(declared);
        assertThat(FILE.path("secrets"))
                .allSatisfy(secret -> assertThat(secret.path("file").asText()).startsWith("./deploy/docker/secrets/"));
        assertThat(Repository.text("deploy/docker/.gitignore")).contains("/secrets/");
    }

    @Test
    void everyFileVariableNamesASecretOfThatContainer() {
        containers()
                .forEach(name -> container(name).path("environment").properties().stream()
                        .filter(variable -> variable.getKey().endsWith("_FILE"))
                        .forEach(variable -> assertThat(
                                        container(name).path("secrets").toString())
                                .as("%s of %s", variable.getKey(), name)
                                .contains(variable.getValue().asText().replace("/run/secrets/", ""))));
    }

    @Test
    void noSecretStandsInTheFile() {
        assertThat(containers()
                        .flatMap(name -> container(name).path("environment").properties().stream())
                        .filter(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|PEPPER|KEK|TOKEN).*")))
                .allSatisfy(variable -> assertThat(variable.getKey()).endsWith("_FILE"))
                .allSatisfy(variable -> assertThat(variable.getValue().asText()).startsWith("/run/secrets/"));
        assertThat(Repository.text("docker-compose.yml"))
                .doesNotContain("guest")
                .doesNotContainPattern("://[^/\\s]*:[^/\\s]*@");
    }

    @Test
    void upstreamsKeysAndReferencesNameTheRightPorts() {
        assertThat(wrongAddresses(Repository.text("docker-compose.yml"))).isEmpty();
    }

    /** Addresses of a service with a port that is not its own. */
    static List<String> wrongAddresses(String text) {
        Pattern address = Pattern.compile("http://(gateway|(?:auth|tracker|report)-service):(\\d+)(/q/)?");
        return address.matcher(text)
                .results()
                .filter(found -> {
                    Ports ports = Ports.of(found.group(1));
                    int right = found.group(3) == null ? ports.http() : ports.management();
                    return Integer.parseInt(found.group(2)) != right;
                })
                .map(found -> found.group())
                .toList();
    }

    private static JsonNode container(String name) {
        return FILE.path("services").path(name);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
