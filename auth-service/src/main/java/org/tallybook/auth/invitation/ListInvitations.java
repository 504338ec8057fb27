package org.tallybook.auth.invitation;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tallybook.auth.invitation.domain.Invitation;
import org.tallybook.kit.page.Cursor;
import org.tallybook.kit.page.Page;

/** Shows administrators who is invited. */
@ApplicationScoped
public class ListInvitations {

    private final Invitations invitations;

    ListInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    /** The newest first. */
    @WithSession
    public Uni<Page<Invitation>> list(Optional<Cursor> after, int limit) {
        return invitations
                .page(after, limit + 1)
                .map(rows -> Page.of(
                        rows, limit, row -> new Cursor(row.createdAt(), row.id().value())));
    }
}
