package org.tallybook.report.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.tallybook.kit.event.Event;
import org.tallybook.kit.inbox.EventConsumer;
import org.tallybook.report.erasure.EraseUser;
import org.tallybook.report.projection.domain.Changes;
import org.tallybook.report.projection.events.EventReader;
import org.tallybook.report.projection.persistence.FactTables;
import org.tallybook.report.projection.persistence.ProjectedUsers;
import org.tallybook.report.projection.persistence.Watermarks;

/**
 * Keeps the facts in step with the events of all services. Applying is idempotent and does not depend on order: states
 * are guarded by version, arrivals are a set, and an erased user stays erased whatever comes later.
 */
@ApplicationScoped
public class ProjectEvents implements EventConsumer {

    private final EventReader reader;
    private final ProjectedUsers users;
    private final EraseUser erasure;
    private final FactTables facts;
    private final Watermarks watermarks;

    ProjectEvents(
            EventReader reader, ProjectedUsers users, EraseUser erasure, FactTables facts, Watermarks watermarks) {
        this.reader = reader;
        this.users = users;
        this.erasure = erasure;
        this.facts = facts;
        this.watermarks = watermarks;
    }

    @Override
    public String queuePrefix() {
        return "report";
    }

    @Override
    public Set<String> types() {
        return reader.types();
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, List<Event> batch) {
        return Uni.createFrom().item(() -> read(batch)).chain(changes -> apply(transaction, changes));
    }

    private Changes read(List<Event> batch) {
        return new Changes(batch.stream().map(reader::read).toList());
    }

    private Uni<Void> apply(SqlConnection transaction, Changes changes) {
        return users.touch(transaction, changes.users())
                .chain(() -> erasure.erase(transaction, changes.users().keySet(), changes.erasures()))
                .map(changes::without)
                .call(rest -> facts.save(transaction, rest))
                .chain(rest -> watermarks.advance(transaction, rest));
    }
}
