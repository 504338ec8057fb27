package org.tallybook.auth.device;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.tallybook.auth.device.domain.DeviceTraits;
import org.tallybook.auth.device.domain.Sighting;
import org.tallybook.auth.identity.domain.UserId;

/** All devices that users have signed in from. Needs a session of the database; {@link #see} a transaction. */
public interface KnownDevices {

    /** Takes the same time for a user that there is not. */
    Uni<Boolean> knows(UserId user, DeviceTraits device);

    /** Remembers a device; to be called under the lock of the user's stream. */
    Uni<Sighting> see(UserId user, DeviceTraits device, Instant now);
}
