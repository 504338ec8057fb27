package org.tallybook.gateway.cors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tallybook.gateway.guard.DoorFixture;

/** Origins of a test. */
public final class OriginsFixture {

    private OriginsFixture() {}

    public static Origins of(String publicUrl, String... allowed) {
        return new Origins(config(allowed), DoorFixture.at(publicUrl));
    }

    static CorsConfig config(String... allowed) {
        return new Fixture(
                Optional.of(List.of(allowed)),
                List.of("GET", "PATCH"),
                List.of("Authorization", "Content-Type"),
                List.of("ETag"),
                Duration.ofMinutes(10));
    }

    private record Fixture(
            Optional<List<String>> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            Duration maxAge)
            implements CorsConfig {}
}
