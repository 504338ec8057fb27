package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesBaseTest {

    static Stream<String> services() {
        return Ports.services();
    }

    static Stream<String> databases() {
        return services().filter(name -> !name.equals("gateway"));
    }

    @Test
    void everyPodIsRestricted() {
        assertThat(pods()).hasSize(7).allSatisfy(pod -> {
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isGreaterThan(0);
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        });
        assertThat(containers()).allSatisfy(container -> {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceIsProbedOnItsManagementPort(String name) {
        JsonNode container = container(Manifests.named("Deployment", name));
        Ports ports = Ports.of(name);

        assertThat(port(container, "http")).isEqualTo(ports.http());
        assertThat(port(container, "management")).isEqualTo(ports.management());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText())
                    .as(probe)
                    .isEqualTo("management");
            assertThat(container.at("/" + probe + "/httpGet/path").asText())
                    .as(probe)
                    .startsWith("/q/health/");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceHasItsServiceAccountBudgetAndAddress(String name) {
        JsonNode service = Manifests.named("Service", name);

        assertThat(service.at("/spec/ports/0/port").asInt())
                .isEqualTo(Ports.of(name).http());
        assertThat(Manifests.named("ServiceAccount", name)
                        .path("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
        assertThat(Manifests.named("PodDisruptionBudget", name)
                        .at("/spec/selector")
                        .toString())
                .isEqualTo(
                        Manifests.named("Deployment", name).at("/spec/selector").toString());
    }

    @Test
    void theGatewayRunsTwice() {
        assertThat(Manifests.named("Deployment", "gateway").at("/spec/replicas").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyTheMigrationKnowsTheOwnerRole(String name) {
        JsonNode replica = container(Manifests.named("Deployment", name));
        JsonNode migration = container(Manifests.named("Job", name + "-migration"));

        assertThat(variable(replica, "TALLYBOOK_MIGRATE").path("value").asText())
                .isEqualTo("never");
        assertThat(variable(migration, "TALLYBOOK_MIGRATE").path("value").asText())
                .isEqualTo("only");
        assertThat(replica.toString()).doesNotContain("TALLYBOOK_DB_OWNER");
        assertThat(migration.toString()).contains("TALLYBOOK_DB_OWNER_PASSWORD");
        assertThat(image(migration)).isEqualTo(image(replica));
    }

    @Test
    void holdsNoSecretAndNamesNoNamespace() {
        assertThat(Manifests.ofKind("Secret", "Namespace")).isEmpty();
        assertThat(Manifests.ALL)
                .allSatisfy(object ->
                        assertThat(object.at("/metadata").has("namespace")).isFalse());
        assertThat(containers()
                        .flatMap(container -> items(container.path("env")))
                        .filter(variable -> variable.path("name").asText().matches(".*(PASSWORD|_URL)")))
                .allSatisfy(variable -> assertThat(variable.has("valueFrom"))
                        .as(variable.toString())
                        .isTrue());
    }

    @Test
    void theExampleMakesEverySecretKeyThatTheBaseAsksFor() {
        String overlay = Repository.text("deploy/kubernetes/overlays/example/kustomization.yaml");
        Set<String> asked = containers()
                .flatMap(container -> items(container.path("env")))
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(reference -> !reference.isMissingNode())
                .map(reference -> reference.path("name").asText() + "/"
                        + reference.path("key").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        pods().flatMap(pod -> pod.findValues("sources").stream())
                .flatMap(KubernetesBaseTest::items)
                .forEach(source -> items(source.at("/secret/items"))
                        .forEach(item -> asked.add(source.at("/secret/name").asText() + "/"
                                + item.path("key").asText())));

        assertThat(asked)
                .hasSizeGreaterThan(15)
                .allSatisfy(key -> assertThat(overlay).contains("secrets/" + key));
        assertThat(Repository.text("deploy/kubernetes/overlays/example/.gitignore"))
                .contains("/secrets/");
    }

    @Test
    void everyFileVariableIsMounted() {
        assertThat(pods())
                .allSatisfy(pod -> items(pod.at("/containers/0/env"))
                        .filter(variable -> variable.path("name").asText().endsWith("_FILE"))
                        .map(variable -> variable.path("value").asText().replace("/run/tallybook/", ""))
                        .forEach(file -> assertThat(pod.path("volumes").findValuesAsText("path"))
                                .contains(file)));
    }

    @Test
    void nothingIsOpenByDefaultAndOnlyTheGatewayToTheIngress() {
        JsonNode deny = Manifests.named("NetworkPolicy", "tallybook-default-deny");

        assertThat(deny.at("/spec/policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(deny.at("/spec").has("ingress")).isFalse();
        assertThat(Manifests.ofKind("NetworkPolicy")
                        .filter(policy -> policy.toString().contains("tallybook.org/ingress")))
                .extracting(Manifests::name)
                .containsExactly("gateway");
        assertThat(Manifests.ofKind("NetworkPolicy").flatMap(policy -> items(policy.at("/spec/ingress"))))
                .allSatisfy(rule -> assertThat(rule.has("from")).isTrue());
    }

    @Test
    void addressesNameTheRightPorts() {
        assertThat(ComposeFileTest.wrongAddresses(
                        Manifests.named("ConfigMap", "tallybook").toString()))
                .isEmpty();
    }

    @Test
    void theBrokerIsToldTheSameInBothWorlds() {
        JsonNode docker = Repository.yaml(Repository.text("deploy/docker/rabbitmq/definitions.template.json"))
                .get(0);
        JsonNode base = Repository.yaml(Manifests.named("ConfigMap", "rabbitmq-definitions")
                        .at("/data/definitions.json")
                        .asText())
                .get(0);

        for (String part : List.of("exchanges", "queues", "bindings", "policies")) {
            assertThat(base.path(part)).as(part).isEqualTo(docker.path(part));
        }
        assertThat(base.has("users")).isFalse();
    }

    private static Stream<JsonNode> pods() {
        return Manifests.ofKind("Deployment", "Job").map(owner -> owner.at("/spec/template/spec"));
    }

    private static Stream<JsonNode> containers() {
        return pods().flatMap(pod -> items(pod.path("containers")));
    }

    private static JsonNode container(JsonNode owner) {
        return owner.at("/spec/template/spec/containers/0");
    }

    private static String image(JsonNode container) {
        return container.path("image").asText();
    }

    private static int port(JsonNode container, String name) {
        return items(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt())
                .sum();
    }

    private static JsonNode variable(JsonNode container, String name) {
        return items(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
