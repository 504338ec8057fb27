package org.tallybook.e2e.client;

/** The system answered with another status than the one that a step needs. */
public final class UnexpectedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswer(Answer answer, String expected) {
        super("expected " + expected + ": " + answer);
        this.status = answer.status();
    }

    public int status() {
        return status;
    }
}
