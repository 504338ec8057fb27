package org.tallybook.tracker.access;

import java.util.UUID;
import org.tallybook.kit.caller.Caller;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * The scopes of personal access tokens. A scope narrows what its user may do and never widens it, so it is asked for
 * before anything is looked up, and the owner is checked besides.
 */
public final class Scopes {

    /** Reading trackers and what was logged on them. */
    public static final String TRACKERS_READ = "trackers:read";

    /** Creating, changing and deleting trackers. */
    public static final String TRACKERS_WRITE = "trackers:write";

    /** Reading logs alone. */
    public static final String LOGS_READ = "logs:read";

    /** Writing logs; {@code logs:write:<tracker id>} writes those of one tracker. */
    public static final String LOGS_WRITE = "logs:write";

    private Scopes() {}

    /** The owner, if the token reads trackers; else fails with {@code insufficient-scope}. */
    public static UUID trackerReader(Caller caller) {
        return caller.requireScope(TRACKERS_READ).userId();
    }

    /** The owner, if the token writes trackers; else fails with {@code insufficient-scope}. */
    public static UUID trackerWriter(Caller caller) {
        return caller.requireScope(TRACKERS_WRITE).userId();
    }

    /** The owner, if the token reads logs; else fails with {@code insufficient-scope}. */
    public static UUID logReader(Caller caller) {
        return allowed(caller.hasScope(LOGS_READ) || caller.hasScope(TRACKERS_READ), caller);
    }

    /** The owner, if the token writes logs of that tracker; else fails with {@code insufficient-scope}. */
    public static UUID logWriter(Caller caller, UUID trackerId) {
        return allowed(caller.hasScope(LOGS_WRITE) || caller.hasScope(LOGS_WRITE + ":" + trackerId), caller);
    }

    /** The owner, if the token writes logs of every tracker; else fails with {@code insufficient-scope}. */
    public static UUID logWriter(Caller caller) {
        return caller.requireScope(LOGS_WRITE).userId();
    }

    private static UUID allowed(boolean allowed, Caller caller) {
        if (!allowed) {
            throw Rejected.because(KitSlugs.INSUFFICIENT_SCOPE);
        }
        return caller.userId();
    }
}
