package org.tallybook.report.monthly.document;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service's templates in a template engine without Quarkus around it. */
final class PlainQute {

    private PlainQute() {}

    static HtmlReports htmlReports() {
        return new HtmlReports(engine());
    }

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .addLocator(PlainQute::locate)
                .build();
    }

    private static Optional<TemplateLocation> locate(String id) {
        String resource = "/templates/" + (id.endsWith(".html") ? id : id + ".html");
        return Optional.of(new Resource(resource));
    }

    private record Resource(String name) implements TemplateLocation {

        @Override
        public Reader read() {
            try (InputStream in = Objects.requireNonNull(PlainQute.class.getResourceAsStream(name), name)) {
                return new InputStreamReader(
                        new java.io.ByteArrayInputStream(in.readAllBytes()), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType("text/html"));
        }
    }
}
