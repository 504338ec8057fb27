package org.tallybook.tracker.log.events;

import io.smallrye.mutiny.Uni;
import java.util.function.UnaryOperator;
import org.tallybook.kit.outbox.Outbox;
import org.tallybook.tracker.log.domain.LogEntry;

/** The real events of logs, with something that goes wrong before or after the event was appended. */
public class FailingLogEvents extends LogEvents {

    private final UnaryOperator<Uni<Void>> fault;

    public FailingLogEvents(Outbox outbox, UnaryOperator<Uni<Void>> fault) {
        super(outbox);
        this.fault = fault;
    }

    @Override
    public Uni<Void> recorded(LogEntry entry) {
        return fault.apply(super.recorded(entry));
    }
}
