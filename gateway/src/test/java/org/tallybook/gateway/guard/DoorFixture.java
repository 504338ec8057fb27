package org.tallybook.gateway.guard;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A door's configuration in a test. */
public record DoorFixture(
        URI publicUrl,
        Optional<List<String>> hosts,
        Optional<List<String>> trustedProxies,
        Optional<String> internalSecretFile)
        implements DoorConfig {

    public static DoorFixture at(String publicUrl) {
        return new DoorFixture(
                URI.create(publicUrl),
                Optional.empty(),
                Optional.empty(),
                Optional.of("src/test/resources/internal-secret"));
    }

    DoorFixture trusting(String... blocks) {
        return new DoorFixture(publicUrl, hosts, Optional.of(List.of(blocks)), internalSecretFile);
    }
}
