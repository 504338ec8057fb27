package org.tallybook.tracker.emotion.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tallybook.tracker.creation.Earlier;
import org.tallybook.tracker.creation.Tombstones;
import org.tallybook.tracker.emotion.Emotions;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

@ApplicationScoped
class PanacheEmotions implements Emotions, PanacheRepositoryBase<EmotionRow, UUID> {

    private final Tombstones tombstones;

    PanacheEmotions(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public Uni<Optional<OwnEmotion>> find(UUID owner, EmotionId id) {
        return row(owner, id).map(found -> found.map(EmotionRow::toEmotion));
    }

    @Override
    public Uni<List<OwnEmotion>> all(UUID owner) {
        return list("userId = ?1 order by nameKey", owner)
                .map(rows -> rows.stream().map(EmotionRow::toEmotion).toList());
    }

    @Override
    public Uni<Optional<OwnEmotion>> called(UUID owner, EmotionName name) {
        return find("userId = ?1 and nameKey = ?2", owner, name.key())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(EmotionRow::toEmotion));
    }

    @Override
    public Uni<Long> countOf(UUID owner) {
        return count("userId = ?1", owner);
    }

    @Override
    public Uni<Optional<Earlier<OwnEmotion>>> earlier(EmotionId id) {
        return tombstones
                .requireNone(id.value())
                .chain(() -> findById(id.value()))
                .map(row -> Optional.ofNullable(row).map(PanacheEmotions::earlier));
    }

    private static Earlier<OwnEmotion> earlier(EmotionRow row) {
        return new Earlier<>(row.userId, row.fingerprint, row.toEmotion());
    }

    @Override
    public Uni<Void> add(OwnEmotion emotion, String fingerprint) {
        return Tombstones.takenIfExists(persistAndFlush(EmotionRow.of(emotion, fingerprint)));
    }

    @Override
    public Uni<Void> save(OwnEmotion emotion) {
        return row(emotion.owner(), emotion.id())
                .map(Optional::orElseThrow)
                .invoke(row -> row.take(emotion))
                .chain(this::flush);
    }

    @Override
    public Uni<Void> remove(OwnEmotion emotion, Instant now) {
        UUID id = emotion.id().value();
        return delete("id = ?1 and userId = ?2", id, emotion.owner())
                .chain(() -> tombstones.add(id, emotion.owner(), emotion.tombstoneVersion(), now));
    }

    /** By primary key, so that a row which the session holds already is not asked for again. */
    private Uni<Optional<EmotionRow>> row(UUID owner, EmotionId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).filter(found -> found.userId.equals(owner)));
    }
}
