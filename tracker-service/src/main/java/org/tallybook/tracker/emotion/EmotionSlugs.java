package org.tallybook.tracker.emotion;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** Refusals of the emotion feature. */
public final class EmotionSlugs {

    public static final Slug EMOTION_NAME_TAKEN = new Slug("emotion-name-taken", Kind.CONFLICT);
    public static final Slug TOO_MANY_EMOTIONS = new Slug("too-many-emotions", Kind.CONFLICT);

    private EmotionSlugs() {}
}
