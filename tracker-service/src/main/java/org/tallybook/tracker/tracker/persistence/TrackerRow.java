package org.tallybook.tracker.tracker.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tallybook.tracker.tracker.domain.LogTally;
import org.tallybook.tracker.tracker.domain.RatingScale;
import org.tallybook.tracker.tracker.domain.Tracker;
import org.tallybook.tracker.tracker.domain.TrackerDefinition;
import org.tallybook.tracker.tracker.domain.TrackerId;
import org.tallybook.tracker.tracker.domain.TrackerType;

/** A row of the table {@code tracker}. Fields are set by Hibernate, hence not checked for null. */
@Entity(name = "Tracker")
@Table(name = "tracker")
@NullUnmarked
class TrackerRow {

    @Id
    UUID id;

    @Column(name = "user_id", updatable = false)
    UUID userId;

    long version;
    String name;

    @Column(name = "name_key")
    String nameKey;

    String description;

    @Column(updatable = false)
    String type;

    @Column(name = "what_to_track")
    String whatToTrack;

    String unit;
    String color;
    String icon;
    String[] tags;
    String[] choices;

    @Column(name = "scale_min")
    Short scaleMin;

    @Column(name = "scale_max")
    Short scaleMax;

    boolean archived;

    @Embedded
    PlanColumns plan;

    @Column(name = "position", updatable = false)
    long place;

    @Column(name = "log_count")
    long logCount;

    @Column(name = "last_log_at")
    Instant lastLogAt;

    @Column(updatable = false)
    String fingerprint;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    static TrackerRow of(Tracker tracker, String fingerprint) {
        TrackerRow row = new TrackerRow();
        row.id = tracker.id().value();
        row.userId = tracker.owner();
        row.type = tracker.type().name();
        row.place = tracker.position();
        row.fingerprint = fingerprint;
        row.createdAt = tracker.createdAt();
        row.take(tracker);
        return row;
    }

    /** Takes over everything that may change. */
    void take(Tracker tracker) {
        TrackerDefinition definition = tracker.definition();
        version = tracker.version();
        name = definition.name();
        nameKey = definition.nameKey();
        description = definition.description();
        whatToTrack = definition.whatToTrack();
        unit = definition.unit();
        color = definition.color();
        icon = definition.icon();
        tags = definition.tags().toArray(String[]::new);
        choices = definition.choices().toArray(String[]::new);
        RatingScale scale = definition.scale();
        scaleMin = scale == null ? null : Short.valueOf((short) scale.min());
        scaleMax = scale == null ? null : Short.valueOf((short) scale.max());
        plan = PlanColumns.of(definition.plan());
        archived = definition.archived();
        logCount = tracker.tally().count();
        lastLogAt = tracker.tally().lastAt();
        updatedAt = tracker.updatedAt();
    }

    Tracker toTracker() {
        var definition = new TrackerDefinition(
                name,
                description,
                TrackerType.valueOf(type),
                whatToTrack,
                unit,
                color,
                icon,
                List.of(tags),
                List.of(choices),
                scaleMin == null ? null : new RatingScale(scaleMin, scaleMax),
                plan.toPlan(),
                archived);
        LogTally tally = new LogTally(logCount, lastLogAt);
        return new Tracker(new TrackerId(id), userId, version, definition, place, tally, createdAt, updatedAt);
    }
}
