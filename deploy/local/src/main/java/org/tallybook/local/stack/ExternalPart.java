package org.tallybook.local.stack;

/** A server the operator runs. We only check that it answers, and never start, stop or configure it. */
public record ExternalPart(PartKind kind, ServerUrl url) implements Part {

    @Override
    public void start() {
        Reachability.of(kind).prove(url);
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }

    @Override
    public boolean alive() {
        try {
            start();
            return true;
        } catch (StackFailure unreachable) {
            return false;
        }
    }

    @Override
    public long pid() {
        return 0;
    }
}
