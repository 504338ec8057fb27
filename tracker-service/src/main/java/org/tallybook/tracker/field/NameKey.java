package org.tallybook.tracker.field;

import java.text.Normalizer;
import java.util.Locale;

/** What two names have in common that a person takes for the same: composed alike (NFC) and of either case. */
public final class NameKey {

    private NameKey() {}

    /** Upper case first, so that letters with several lower-case forms (σ and ς) fall together. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
