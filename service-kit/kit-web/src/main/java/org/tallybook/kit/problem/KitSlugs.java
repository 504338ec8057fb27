package org.tallybook.kit.problem;

/** The refusals that every service shares. */
public final class KitSlugs {

    public static final Slug INVALID_REQUEST = new Slug("invalid-request", Kind.INVALID);
    public static final Slug INVALID_JSON = new Slug("invalid-json", Kind.INVALID);
    public static final Slug INVALID_CURSOR = new Slug("invalid-cursor", Kind.INVALID);
    public static final Slug UNAUTHENTICATED = new Slug("unauthenticated", Kind.UNAUTHENTICATED);
    public static final Slug FORBIDDEN = new Slug("forbidden", Kind.FORBIDDEN);
    public static final Slug INSUFFICIENT_SCOPE = new Slug("insufficient-scope", Kind.FORBIDDEN);
    public static final Slug NOT_FOUND = new Slug("not-found", Kind.NOT_FOUND);
    public static final Slug METHOD_NOT_ALLOWED = new Slug("method-not-allowed", Kind.METHOD_NOT_ALLOWED);
    public static final Slug NOT_ACCEPTABLE = new Slug("not-acceptable", Kind.NOT_ACCEPTABLE);
    public static final Slug CONFLICT = new Slug("conflict", Kind.CONFLICT);
    public static final Slug PRECONDITION_FAILED = new Slug("precondition-failed", Kind.PRECONDITION_FAILED);
    public static final Slug BODY_TOO_LARGE = new Slug("body-too-large", Kind.TOO_LARGE);
    public static final Slug UNSUPPORTED_MEDIA_TYPE = new Slug("unsupported-media-type", Kind.UNSUPPORTED_MEDIA_TYPE);
    public static final Slug IDEMPOTENCY_KEY_REUSED = new Slug("idempotency-key-reused", Kind.UNPROCESSABLE);
    public static final Slug TOO_MANY_REQUESTS = new Slug("too-many-requests", Kind.LIMITED);
    public static final Slug INTERNAL_ERROR = new Slug("internal-error", Kind.INTERNAL);
    public static final Slug UNAVAILABLE = new Slug("unavailable", Kind.UNAVAILABLE);
    public static final Slug REVOCATION_UNAVAILABLE = new Slug("revocation-unavailable", Kind.UNAVAILABLE);

    private KitSlugs() {}
}
