package org.tallybook.kit.problem;

/** What is wrong with one field; the {@code code} member of a problem's {@code errors}. */
public enum FieldCode {
    REQUIRED,
    BLANK,
    TOO_SHORT,
    TOO_LONG,
    OUT_OF_RANGE,
    INVALID_FORMAT,
    INVALID_VALUE,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    DUPLICATE,
    NOT_ALLOWED;

    /** As clients see it: {@code too-short}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
