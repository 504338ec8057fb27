package org.tallybook.report.projection.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.event.EventCodec;
import org.tallybook.kit.event.UnreadableEvent;
import org.tallybook.kit.inbox.RejectedEvent;
import org.tallybook.report.projection.domain.Change;
import org.tallybook.report.projection.domain.Deletable;
import org.tallybook.report.projection.domain.Erasure;
import org.tallybook.report.projection.domain.Fact;
import org.tallybook.report.projection.domain.LogFact;
import org.tallybook.report.projection.domain.LoginFact;
import org.tallybook.report.projection.domain.TrackerFact;
import org.tallybook.report.projection.domain.UserFact;

/** Understands events. Fields it does not know are ignored; missing or impossible ones reject the event. */
@ApplicationScoped
public class EventReader {

    private static final Map<String, Class<? extends Fact>> FACTS = Map.ofEntries(
            Map.entry("user.registered.v1", UserFact.class),
            Map.entry("user.verified.v1", UserFact.class),
            Map.entry("user.profile-changed.v1", UserFact.class),
            Map.entry("user.locked.v1", UserFact.class),
            Map.entry("user.deleted.v1", Erasure.class),
            Map.entry("user.logged-in.v1", LoginFact.class),
            Map.entry("tracker.created.v1", TrackerFact.class),
            Map.entry("tracker.updated.v1", TrackerFact.class),
            Map.entry("tracker.deleted.v1", TrackerFact.class),
            Map.entry("log.recorded.v1", LogFact.class),
            Map.entry("log.updated.v1", LogFact.class),
            Map.entry("log.deleted.v1", LogFact.class));

    /** Part of the streams we follow, but of no fact: without them the watermark would wait for ever. */
    private static final Set<String> PASSING = Set.of(
            "session.revoked.v1", "month.closed.v1", "reminder.due.v1", "import.finished.v1", "report.closed.v1");

    private final EventCodec codec;

    EventReader(EventCodec codec) {
        this.codec = codec;
    }

    /** Every type that {@link #read} understands. */
    public Set<String> types() {
        var types = new TreeSet<>(FACTS.keySet());
        types.addAll(PASSING);
        return types;
    }

    /** @throws RejectedEvent when the event's data breaks its contract */
    public Change read(Event event) {
        if (event.sequence() < 1) {
            throw new RejectedEvent(event, "sequence must be at least 1");
        }
        return new Change(event.userId(), event.source(), event.sequence(), event.time(), fact(event));
    }

    private Fact fact(Event event) {
        Class<? extends Fact> kind = FACTS.get(event.type());
        if (kind == null) {
            return new Fact.None(event.userId());
        }
        try {
            Fact fact = codec.dataAs(event, kind);
            requireOwner(event, fact);
            requireTombstone(event, fact);
            return fact;
        } catch (UnreadableEvent malformed) {
            throw new RejectedEvent(event, String.valueOf(malformed.getMessage()));
        }
    }

    private static void requireOwner(Event event, Fact fact) {
        if (!fact.userId().equals(event.userId())) {
            throw new RejectedEvent(event, "userId differs from partitionkey");
        }
    }

    /** A deletion says when, and nothing else does. */
    private static void requireTombstone(Event event, Fact fact) {
        boolean deletion = event.type().endsWith(".deleted.v1");
        if (fact instanceof Deletable entity && deletion != (entity.deletedAt() != null)) {
            throw new RejectedEvent(event, deletion ? "deletedAt is missing" : "deletedAt is not allowed");
        }
    }
}
