package org.tallybook.auth.session.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of a session's chain of refresh tokens.
 *
 * @param usedAt when it was spent for its successor; null while it is the last of the chain
 */
public record RefreshToken(SessionId session, @Nullable Instant usedAt) {

    /** What presenting the token leads to. */
    public enum Step {
        /** It is the last of the chain: spend it for its successor. */
        ROTATE,
        /** It was spent a moment ago, by a second tab or before a lost answer: the same successor again. */
        REPEAT,
        /** It was spent long ago: two parties hold the chain, and one of them stole it. */
        REUSED,
        /** The session is over. */
        ENDED
    }

    /** @param session the token's session as it is now */
    public Step step(Session session, Instant now, SessionTerms terms) {
        if (!session.isLive(now)) {
            return Step.ENDED;
        }
        if (usedAt == null) {
            return Step.ROTATE;
        }
        return now.isAfter(usedAt.plus(terms.grace())) ? Step.REUSED : Step.REPEAT;
    }
}
