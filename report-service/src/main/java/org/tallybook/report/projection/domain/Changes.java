package org.tallybook.report.projection.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a batch of events says, in any order and with repetitions. */
public record Changes(List<Change> all) {

    public Changes {
        all = List.copyOf(all);
    }

    /** The users it is about with the newest instant of each, in the order in which their rows are locked. */
    public Map<UUID, Instant> users() {
        var newest = new TreeMap<UUID, Instant>();
        all.forEach(change -> newest.merge(change.userId(), change.at(), (a, b) -> a.isAfter(b) ? a : b));
        return newest;
    }

    /** Users whose end is in this batch. */
    public Set<UUID> erasures() {
        return of(Erasure.class).map(Erasure::userId).collect(Collectors.toUnmodifiableSet());
    }

    /** The changes of everybody else. */
    public Changes without(Set<UUID> users) {
        return new Changes(
                all.stream().filter(change -> !users.contains(change.userId())).toList());
    }

    /** The newest state of each entity of a kind. */
    public <T extends Fact & Versioned> List<T> newest(Class<T> kind) {
        return Versioned.newest(of(kind).toList());
    }

    private <T extends Fact> Stream<T> of(Class<T> kind) {
        return all.stream().map(Change::fact).filter(kind::isInstance).map(kind::cast);
    }
}
