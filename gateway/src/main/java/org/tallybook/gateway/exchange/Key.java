package org.tallybook.gateway.exchange;

/** A typed name for what one interceptor leaves for a later one. Compared by identity: two features never collide. */
public final class Key<T> {

    private final String name;

    private Key(String name) {
        this.name = name;
    }

    public static <T> Key<T> named(String name) {
        return new Key<>(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
