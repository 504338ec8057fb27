package org.tallybook.gateway.session;

import java.util.Set;

/** The calls of auth-service that change what a browser holds, so that the gateway has to know them. */
public final class AuthPaths {

    private static final String BASE = "/api/v1/auth";
    private static final String PROVIDERS = BASE + "/oauth/";
    private static final Set<String> FOR_ANYBODY = Set.of(
            BASE + "/register",
            BASE + "/verify-email",
            BASE + "/verify-email/resend",
            BASE + "/refresh",
            BASE + "/password/forgot",
            BASE + "/password/reset");
    private static final Set<String> ENDING = Set.of(BASE + "/logout", BASE + "/logout-all", BASE + "/me");

    private AuthPaths() {}

    public static boolean isLogin(String path) {
        return path.equals(BASE + "/login") || path.startsWith(BASE + "/login/");
    }

    /**
     * Calls that need no identity. A session is not resolved for them: a revoked one would turn a right password into a
     * 401, and the user could not sign in again.
     */
    public static boolean isForAnybody(String path) {
        return isLogin(path) || FOR_ANYBODY.contains(path) || returnsFromProvider(path);
    }

    public static boolean leavesForProvider(String path) {
        return path.startsWith(PROVIDERS) && path.endsWith("/authorize");
    }

    public static boolean returnsFromProvider(String path) {
        return path.startsWith(PROVIDERS) && path.endsWith("/callback");
    }

    /** Calls after whose success the session is over: sign-out, and the deletion of the account. */
    public static boolean endsSession(String method, String path) {
        return ENDING.contains(path) && method.equals(path.endsWith("/me") ? "DELETE" : "POST");
    }
}
