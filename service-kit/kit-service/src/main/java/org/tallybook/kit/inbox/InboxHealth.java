package org.tallybook.kit.inbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether events arrive. It does not take the service out of rotation: what is known can still be read. */
@Readiness
class InboxHealth implements HealthCheck {

    private final Inbox inbox;

    InboxHealth(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event inbox")
                .up()
                .withData("connected", inbox.isConnected())
                .build();
    }
}
