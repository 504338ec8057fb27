package org.tallybook.local.stack;

import org.jspecify.annotations.Nullable;

/** Something the person at the terminal must know or do; the message is one sentence meant for them, as it stands. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** The innermost message, in one line, for the end of a sentence. */
    public static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String text =
                message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message;
        return text.strip().replaceAll("\\s+", " ").replaceAll("\\.+$", "");
    }
}
