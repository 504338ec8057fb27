package org.tallybook.tracker.integration.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tallybook.tracker.integration.ListeningSource;
import org.tallybook.tracker.integration.domain.Play;
import org.tallybook.tracker.integration.domain.SourceFailure;
import org.tallybook.tracker.integration.domain.SourceFailure.Reason;

/**
 * Spotify's "Get Recently Played Tracks" (Web API, {@code GET /v1/me/player/recently-played}): the last fifty tracks that
 * were played for more than half a minute; podcasts are not among them.
 */
@ApplicationScoped
class SpotifyListening implements ListeningSource {

    private static final int MOST = 50;

    private final ProviderAnswers answers;
    private final String base;

    SpotifyListening(ProviderAnswers answers, @ConfigProperty(name = "tallybook.listening.spotify.url") URI base) {
        this.answers = answers;
        this.base = base.toString().replaceFirst("/$", "");
    }

    @Override
    public String kind() {
        return "spotify";
    }

    @Override
    public String label() {
        return "Spotify";
    }

    @Override
    public String scope() {
        return "user-read-recently-played";
    }

    @Override
    public Uni<Page> playsAfter(Instant after, String accessToken) {
        URI address =
                URI.create(base + "/v1/me/player/recently-played?limit=" + MOST + "&after=" + after.toEpochMilli());
        return answers.get(address, accessToken).map(SpotifyListening::page);
    }

    private static Page page(JsonObject answer) {
        if (!(answer.getValue("items") instanceof JsonArray items)) {
            throw SourceFailure.because(Reason.WRONG, "no items");
        }
        List<Play> plays = items.stream()
                .map(SpotifyListening::play)
                .flatMap(Optional::stream)
                .toList();
        return new Page(plays, items.size() < MOST ? Optional.empty() : next(answer));
    }

    /** Of its two ways to say where to go on, the one that is no address. */
    private static Optional<Instant> next(JsonObject answer) {
        return answer.getValue("cursors") instanceof JsonObject cursors
                        && cursors.getValue("after") instanceof String after
                        && after.matches("\\d{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(after)))
                : Optional.empty();
    }

    /** An entry that says neither when nor for how long, as one of a track that was withdrawn, counts nothing. */
    private static Optional<Play> play(Object item) {
        return item instanceof JsonObject entry
                        && entry.getValue("played_at") instanceof String at
                        && entry.getValue("track") instanceof JsonObject track
                        && track.getValue("duration_ms") instanceof Number length
                ? instant(at).flatMap(playedAt -> Play.of(playedAt, length.longValue()))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}
