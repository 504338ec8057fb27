package org.tallybook.tracker.emotion.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.tracker.emotion.domain.EmotionId;
import org.tallybook.tracker.emotion.domain.EmotionName;
import org.tallybook.tracker.emotion.domain.OwnEmotion;

/** A row of the table {@code emotion}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Emotion")
@Table(name = "emotion")
@NullUnmarked
class EmotionRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    long version;
    String name;

    @Column(name = "name_key")
    String nameKey;

    @Column(updatable = false)
    String fingerprint;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    static EmotionRow of(OwnEmotion emotion, String fingerprint) {
        EmotionRow row = new EmotionRow();
        row.id = emotion.id().value();
        row.userId = emotion.owner();
        row.fingerprint = fingerprint;
        row.createdAt = emotion.createdAt();
        row.take(emotion);
        return row;
    }

    /** Takes over everything that may change. */
    void take(OwnEmotion emotion) {
        version = emotion.version();
        name = emotion.name().text();
        nameKey = emotion.name().key();
        updatedAt = emotion.updatedAt();
    }

    OwnEmotion toEmotion() {
        return new OwnEmotion(new EmotionId(id), userId, version, new EmotionName(name), createdAt, updatedAt);
    }
}
