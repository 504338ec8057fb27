package org.tallybook.auth.passkey;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who we are to a browser: configuration alone decides, never the host of a request. */
@Singleton
public class RelyingParty {

    private final String id;
    private final String name;
    private final List<String> origins;

    RelyingParty(@ConfigProperty(name = "tallybook.public-url") String publicUrl, PasskeyConfig config) {
        URI own = URI.create(publicUrl);
        this.id = own.getHost();
        this.name = config.name();
        this.origins = Stream.concat(Stream.of(origin(own)), config.origins().orElse(List.of()).stream())
                .map(String::trim)
                .distinct()
                .toList();
    }

    /** The domain that passkeys are bound to. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Exact origins of the pages that may use our passkeys. */
    public List<String> origins() {
        return origins;
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
