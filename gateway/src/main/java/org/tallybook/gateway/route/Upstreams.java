package org.tallybook.gateway.route;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one service, used in turn; those that just refused a connection come last. */
public final class Upstreams {

    private final List<Upstream> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstreams(List<Upstream> instances) {
        this.instances = List.copyOf(instances);
    }

    /** The instance to try now. With all of them ejected the next in turn is tried all the same. */
    public Upstream next() {
        int start = Math.floorMod(turn.getAndIncrement(), instances.size());
        for (int i = 0; i < instances.size(); i++) {
            Upstream candidate = instances.get((start + i) % instances.size());
            if (candidate.available()) {
                return candidate;
            }
        }
        return instances.get(start);
    }

    public int size() {
        return instances.size();
    }

    @Override
    public String toString() {
        return instances.toString();
    }
}
