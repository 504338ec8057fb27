package org.tallybook.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTest {

    static Stream<String> services() {
        return Ports.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsAsANumberedUserOnItsPorts(String service) {
        String file = Repository.text("deploy/docker/" + service + "/Dockerfile");
        Ports ports = Ports.of(service);

        assertThat(file)
                .contains("USER 10001:10001")
                .contains("QUARKUS_HTTP_PORT=" + ports.http())
                .contains("QUARKUS_MANAGEMENT_PORT=" + ports.management())
                .contains("EXPOSE " + ports.http() + " " + ports.management())
                .contains("/src/" + service + "/target/quarkus-app/app/");
    }

    @ParameterizedTest
    @MethodSource("services")
    void pinsItsBaseImagesAndSaysWhatItIs(String service) {
        String file = Repository.text("deploy/docker/" + service + "/Dockerfile");

        assertThat(file)
                .contains("ARG JDK=eclipse-temurin:17.")
                .contains("ARG JRE=eclipse-temurin:17.")
                .contains("org.opencontainers.image.licenses=\"Apache-2.0\"")
                .doesNotContainPattern("(?m)^HEALTHCHECK|^ENV .*(PASSWORD|SECRET)|:latest");
    }

    @ParameterizedTest
    @MethodSource("services")
    void copiesOnlyWhatExists(String service) {
        Repository.text("deploy/docker/" + service + "/Dockerfile")
                .lines()
                .filter(line -> line.contains("--from=build"))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.startsWith("/src/deploy/"))
                .forEach(path -> assertThat(Repository.ROOT.resolve(path.substring("/src/".length())))
                        .exists());
    }
}
