package org.tallybook.tracker.emotion;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/**
 * The emotions of all users' own. Every method but {@link #earlier} sees those of one owner only, and all of them work
 * in the caller's session or transaction.
 */
public interface Emotions {

    Uni<Optional<OwnEmotion>> find(UUID owner, EmotionId id);

    /** Fails with {@link Rejected} {@code not-found}, for another user's emotion as for none. */
    default Uni<OwnEmotion> get(UUID owner, EmotionId id) {
        return find(owner, id).map(found -> found.orElseThrow(() -> Rejected.because(KitSlugs.NOT_FOUND)));
    }

    /** All of the owner's, by name; at most {@value OwnEmotion#MOST}. */
    Uni<List<OwnEmotion>> all(UUID owner);

    /** The one that a person reading the name would take it for. */
    Uni<Optional<OwnEmotion>> called(UUID owner, EmotionName name);

    /** How many the owner has. */
    Uni<Long> countOf(UUID owner);

    /** What has the id, whoever owns it; fails with {@code id-taken} for the id of something deleted. */
    Uni<Optional<Earlier<OwnEmotion>>> earlier(EmotionId id);

    Uni<Void> add(OwnEmotion emotion, String fingerprint);

    /** Stores the name and the version of an emotion that is there. */
    Uni<Void> save(OwnEmotion emotion);

    /** Removes an emotion and keeps its id from being used again. Logs keep its name. */
    Uni<Void> remove(OwnEmotion emotion, Instant now);
}
