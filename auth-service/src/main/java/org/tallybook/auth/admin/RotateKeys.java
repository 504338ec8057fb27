package org.tallybook.auth.admin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;
import org.tallybook.auth.token.SigningKeys;
import org.tallybook.auth.token.domain.SigningKey;
import org.tallybook.kit.outbox.Outbox;

/** Replaces the key that signs access tokens, because somebody in charge wants it. */
@ApplicationScoped
public class RotateKeys {

    private final SigningKeys keys;
    private final NoteRotation noting;

    RotateKeys(SigningKeys keys, NoteRotation noting) {
        this.keys = keys;
        this.noting = noting;
    }

    /** @param compromised whether somebody else may have the key: then every access token signed so far dies */
    public Uni<SigningKey> rotate(UserId actor, boolean compromised, Client client) {
        return (compromised ? keys.replace() : keys.rotate())
                .call(fresh -> noting.note(actor, compromised, client, fresh));
    }

    /** The transaction of the entry in the log of who did it. */
    @ApplicationScoped
    static class NoteRotation {

        private final Audit audit;
        private final Outbox outbox;

        NoteRotation(Audit audit, Outbox outbox) {
            this.audit = audit;
            this.outbox = outbox;
        }

        @WithTransaction
        public Uni<Void> note(UserId actor, boolean compromised, Client client, SigningKey fresh) {
            AuditAction action = compromised ? AuditAction.KEYS_REPLACED : AuditAction.KEYS_ROTATED;
            return outbox.lock(actor.value()).chain(() -> audit.note(actor, action, client, fresh.id()));
        }
    }
}
