package org.tallybook.auth.device;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.tallybook.auth.audit.Audit;
import org.tallybook.auth.audit.domain.AuditAction;
import org.tallybook.auth.device.domain.DeviceTraits;
import org.tallybook.auth.device.domain.Sighting;
import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.mail.MailOutbox;
import org.tallybook.auth.mail.domain.MailKind;
import org.tallybook.auth.peer.domain.Client;

/** The step of every sign-in that remembers the device and tells the owner about one that is new. */
@ApplicationScoped
public class RecognizeDevice {

    private static final int LONGEST_PROGRAM = 120;

    private final KnownDevices devices;
    private final MailOutbox mails;
    private final Audit audit;
    private final Clock clock;

    RecognizeDevice(KnownDevices devices, MailOutbox mails, Audit audit, Clock clock) {
        this.devices = devices;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of the sign-in. */
    public Uni<Void> recognize(Identity owner, Client client) {
        return devices.see(owner.id(), DeviceTraits.of(client), clock.instant())
                .chain(sighting -> sighting == Sighting.NEW
                        ? tell(owner, client)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Identity owner, Client client) {
        return mails.add(MailKind.NEW_DEVICE, owner.email(), owner.profile().locale(), null, describe(client))
                .chain(() -> audit.note(owner.id(), AuditAction.NEW_DEVICE, client, null));
    }

    private static String describe(Client client) {
        String program = client.userAgent();
        String shown = program.length() > LONGEST_PROGRAM ? program.substring(0, LONGEST_PROGRAM) + "…" : program;
        return shown.isBlank() ? client.address() : shown + " (" + client.address() + ")";
    }
}
