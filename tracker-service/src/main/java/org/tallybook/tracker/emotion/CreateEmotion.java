package org.tallybook.tracker.emotion;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Creation;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** Creates an emotion of a user's own, once per id. No other service hears of it before it is felt. */
@ApplicationScoped
public class CreateEmotion {

    private final Outbox outbox;
    private final Emotions emotions;
    private final EmotionNames names;
    private final Clock clock;

    CreateEmotion(Outbox outbox, Emotions emotions, EmotionNames names, Clock clock) {
        this.outbox = outbox;
        this.emotions = emotions;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param fingerprint of the request, to recognise its repeat
     */
    public record Command(UUID owner, EmotionId id, EmotionName name, String fingerprint) {}

    /** Fails with {@code emotion-name-taken}, {@code too-many-emotions} or {@code id-taken}. */
    @WithTransaction
    public Uni<Creation<OwnEmotion>> create(Command command) {
        return outbox.lock(command.owner())
                .chain(() -> emotions.earlier(command.id()))
                .map(found -> Earlier.repeatedBy(found, command.owner(), command.fingerprint()))
                .chain(repeated -> repeated.isPresent()
                        ? Uni.createFrom().item(Creation.repeated(repeated.get()))
                        : add(command).map(Creation::fresh));
    }

    private Uni<OwnEmotion> add(Command command) {
        OwnEmotion emotion = OwnEmotion.create(command.id(), command.owner(), command.name(), clock.instant());
        return names.requireFree(emotion)
                .chain(() -> emotions.countOf(command.owner()))
                .invoke(CreateEmotion::requireRoom)
                .chain(() -> emotions.add(emotion, command.fingerprint()))
                .replaceWith(emotion);
    }

    private static void requireRoom(long count) {
        if (count >= OwnEmotion.MOST) {
            throw Rejected.because(EmotionSlugs.TOO_MANY_EMOTIONS);
        }
    }
}
