package org.tallybook.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The objects of the Kubernetes base: rendered where kubectl is installed, else as they stand in the files. */
final class Manifests {

    static final List<JsonNode> ALL = render();

    private Manifests() {}

    static Stream<JsonNode> ofKind(String... kinds) {
        return ALL.stream()
                .filter(object -> List.of(kinds).contains(object.path("kind").asText()));
    }

    static JsonNode named(String kind, String name) {
        return ofKind(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static List<JsonNode> render() {
        return kubectl().map(Manifests::kustomize).orElseGet(Manifests::files);
    }

    private static java.util.Optional<Path> kubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<JsonNode> kustomize(Path kubectl) {
        try {
            Process process = new ProcessBuilder(
                            kubectl.toString(),
                            "kustomize",
                            Repository.ROOT.resolve("deploy/kubernetes/base").toString())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("kubectl kustomize: " + out);
            }
            return Repository.yaml(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> files() {
        JsonNode kustomization = Repository.yaml(Repository.text("deploy/kubernetes/base/kustomization.yaml"))
                .get(0);
        return Stream.iterate(0, i -> i < kustomization.path("resources").size(), i -> i + 1)
                .map(i -> kustomization.path("resources").get(i).asText())
                .flatMap(file -> Repository.yaml(Repository.text("deploy/kubernetes/base/" + file)).stream())
                .toList();
    }
}
