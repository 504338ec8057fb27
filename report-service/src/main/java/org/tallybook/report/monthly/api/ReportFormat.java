package org.tallybook.report.monthly.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Locale;
import java.util.stream.Stream;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/** What a report can be read as. The first is the default of a client that takes anything. */
public enum ReportFormat {
    JSON("application/json"),
    HTML("text/html"),
    PDF("application/pdf");

    private final MediaType mediaType;

    ReportFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportFormat ofSuffix(String suffix) {
        return valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    /**
     * Proactive negotiation (RFC 9110, section 12.5.1).
     *
     * @throws Rejected {@code not-acceptable}
     */
    static ReportFormat negotiate(Request request) {
        MediaType[] offered = Stream.of(values()).map(ReportFormat::mediaType).toArray(MediaType[]::new);
        Variant best = request.selectVariant(Variant.mediaTypes(offered).build());
        return Stream.of(values())
                .filter(format -> best != null && format.mediaType.isCompatible(best.getMediaType()))
                .findFirst()
                .orElseThrow(() -> Rejected.because(KitSlugs.NOT_ACCEPTABLE));
    }
}
