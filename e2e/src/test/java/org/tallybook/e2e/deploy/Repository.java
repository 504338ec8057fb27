package org.tallybook.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the checkout. */
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("tallybook.root", ".."));

    /** Where there is code. */
    static final String[] MODULES = {
        "e2e", "service-kit", "auth-service", "tracker-service", "report-service", "gateway", "deploy"
    };

    private Repository() {}

    static String text(String path) {
        return text(ROOT.resolve(path));
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents of a YAML text, anchors and merge keys resolved, no key twice. */
    static List<JsonNode> yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        ObjectMapper json = new ObjectMapper();
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(strict)).loadAll(text).spliterator(), false)
                .map(document -> (JsonNode) json.valueToTree(document))
                .toList();
    }

    /** Files below some folders, without what builds and people leave there. */
    static List<Path> files(Predicate<String> wanted, String... folders) {
        return Stream.of(folders)
                .flatMap(folder -> walk(ROOT.resolve(folder)))
                .filter(file -> wanted.test(slashed(file)))
                .toList();
    }

    static String slashed(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<Path> walk(Path folder) {
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !slashed(file).matches("(.*/)?(target|node_modules|secrets|\\.tallybook)/.*"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
