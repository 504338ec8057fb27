package org.tallybook.gateway.exchange;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** The refusals that only the gateway knows. */
public final class GatewaySlugs {

    public static final Slug MALFORMED_REQUEST = new Slug("malformed-request", Kind.INVALID);
    public static final Slug AMBIGUOUS_PATH = new Slug("ambiguous-path", Kind.INVALID);
    public static final Slug UNKNOWN_HOST = new Slug("unknown-host", Kind.INVALID);
    public static final Slug ORIGIN_NOT_ALLOWED = new Slug("origin-not-allowed", Kind.FORBIDDEN);
    public static final Slug AMBIGUOUS_CREDENTIALS = new Slug("ambiguous-credentials", Kind.INVALID);
    public static final Slug CSRF_REJECTED = new Slug("csrf-rejected", Kind.FORBIDDEN);
    public static final Slug UPSTREAM_FAILED = new Slug("upstream-failed", Kind.BAD_GATEWAY);
    public static final Slug UPSTREAM_UNAVAILABLE = new Slug("upstream-unavailable", Kind.UNAVAILABLE);
    public static final Slug UPSTREAM_TIMEOUT = new Slug("upstream-timeout", Kind.GATEWAY_TIMEOUT);

    private GatewaySlugs() {}
}
