package org.tallybook.kit.problem;

import java.net.URI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a refusal into words. Texts stand in the bundles {@code problems/kit} of this jar and {@code problems/service}
 * of the service; the service's win. A language without a bundle falls back to English, never to the machine's own.
 */
public final class Problems {

    private static final List<String> BUNDLES = List.of("problems.service", "problems.kit");
    private static final ResourceBundle.Control ENGLISH_AS_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Problems() {}

    /**
     * @param rejection what was refused
     * @param locale the caller's language
     * @param instance path of the request, without its query
     * @param traceId trace id of the request
     */
    public static Problem of(Rejected rejection, Locale locale, @Nullable String instance, @Nullable String traceId) {
        Slug slug = rejection.slug();
        List<Problem.Item> items =
                rejection.errors().stream().map(error -> item(error, locale)).toList();
        return new Problem(
                slug.type(),
                text(slug.value() + ".title", locale),
                slug.kind().status(),
                text(slug.value() + ".detail", locale),
                instance,
                traceId,
                items,
                rejection.extensions());
    }

    /** A bare HTTP status that no slug of ours describes, such as a 406 of the framework. */
    public static Problem ofStatus(int status, Locale locale, @Nullable String instance, @Nullable String traceId) {
        String title = text("status." + status, locale);
        return new Problem(URI.create("about:blank"), title, status, title, instance, traceId, List.of(), Map.of());
    }

    private static Problem.Item item(FieldError error, Locale locale) {
        String pattern = text("field." + error.code().code(), locale);
        String message =
                new MessageFormat(pattern, locale).format(error.arguments().toArray());
        return new Problem.Item(error.field(), error.code().code(), message);
    }

    /** The text of a key in the caller's language; the key itself when no bundle has it. */
    public static String text(String key, Locale locale) {
        return BUNDLES.stream()
                .flatMap(bundle -> lookUp(bundle, key, locale))
                .findFirst()
                .orElse(key);
    }

    private static Stream<String> lookUp(String bundle, String key, Locale locale) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Stream.of(ResourceBundle.getBundle(bundle, locale, loader, ENGLISH_AS_FALLBACK)
                    .getString(key));
        } catch (MissingResourceException none) {
            return Stream.empty();
        }
    }
}
