package org.tallybook.kit.problem;

/** The nature of a refusal. Each kind maps to exactly one HTTP status (RFC 9110, section 15; RFC 6585). */
public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    GONE,
    PRECONDITION_FAILED,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    UNPROCESSABLE,
    LIMITED,
    INTERNAL,
    BAD_GATEWAY,
    UNAVAILABLE,
    GATEWAY_TIMEOUT;

    /** The HTTP status code, 400 to 599. */
    public int status() {
        return switch (this) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case CONFLICT -> 409;
            case GONE -> 410;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case UNPROCESSABLE -> 422;
            case LIMITED -> 429;
            case INTERNAL -> 500;
            case BAD_GATEWAY -> 502;
            case UNAVAILABLE -> 503;
            case GATEWAY_TIMEOUT -> 504;
        };
    }
}
