package org.tallybook.kit.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way a use case says no. It is an answer, not a fault: nothing was changed, nothing is logged, and it carries
 * no stack trace.
 */
public class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Slug slug;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;
    private final transient @Nullable Duration retryAfter;

    private Rejected(
            Slug slug, List<FieldError> errors, Map<String, Object> extensions, @Nullable Duration retryAfter) {
        super(slug.value(), null, false, false);
        this.slug = slug;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
        this.retryAfter = retryAfter;
    }

    public static Rejected because(Slug slug) {
        return new Rejected(slug, List.of(), Map.of(), null);
    }

    /** One faulty field: {@code invalid-request} with that field. */
    public static Rejected field(String field, FieldCode code, Object... arguments) {
        return because(KitSlugs.INVALID_REQUEST).withErrors(List.of(FieldError.of(field, code, arguments)));
    }

    public Rejected withErrors(List<FieldError> all) {
        return new Rejected(slug, all, extensions, retryAfter);
    }

    /** Adds an extension member to the problem (RFC 9457, section 3.2). */
    public Rejected with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Rejected(slug, errors, more, retryAfter);
    }

    /** Adds a {@code Retry-After} header, rounded up to whole seconds. */
    public Rejected retryAfter(Duration wait) {
        return new Rejected(slug, errors, extensions, wait);
    }

    public Slug slug() {
        return slug;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
