package org.tallybook.report.projection.domain;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** A state of an entity. Of two states of one entity the one with the greater version is newer, whenever it arrives. */
public interface Versioned {

    UUID entityId();

    UUID userId();

    /** At least 1. */
    long version();

    /** The newest state of each entity, in the order of owners and ids, which is the order rows are locked in. */
    static <T extends Versioned> List<T> newest(Collection<T> states) {
        var byEntity = new TreeMap<Key, T>();
        states.forEach(state -> byEntity.merge(
                new Key(state.userId(), state.entityId()), state, (a, b) -> b.version() > a.version() ? b : a));
        return List.copyOf(byEntity.values());
    }

    static void require(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1");
        }
    }

    /** Ids are only unique within a user: clients choose them. */
    record Key(UUID userId, UUID entityId) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byUser = userId.compareTo(other.userId);
            return byUser != 0 ? byUser : entityId.compareTo(other.entityId);
        }
    }
}
