package org.tallybook.tracker.tracker;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;
import org.tallybook.tracker.tracker.domain.LogTally;
import org.tallybook.tracker.tracker.domain.Tracker;

/**
 * The entity tag of a tracker: its version, and its tally and place because the representation carries them too (RFC 9110, section
 * 8.8.3: a strong tag changes whenever the representation does). A change is only protected against a lost change of
 * the definition, so {@code If-Match} compares the version alone: a log in the meantime loses nobody's update.
 */
public record TrackerTag(Tracker tracker) {

    /** The value of the {@code ETag} header. */
    public String header() {
        LogTally tally = tracker.tally();
        String last = tally.lastAt() == null ? "" : Long.toHexString(micros(tally.lastAt()));
        return "\"" + tracker.version() + "." + tally.count() + "." + last + "." + tracker.position() + "\"";
    }

    /**
     * @param ifMatch the {@code If-Match} header, null if the client asked for no protection
     * @throws Rejected {@code precondition-failed}
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch != null && !"*".equals(ifMatch.trim()) && !tags(ifMatch).anyMatch(this::hasVersion)) {
            throw Rejected.because(KitSlugs.PRECONDITION_FAILED);
        }
    }

    /** Whether a conditional GET may be answered 304 (RFC 9110, section 13.1.2, weak comparison). */
    public boolean isUnchangedFor(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && tags(ifNoneMatch).anyMatch(tag -> tag.equals("*") || tag.equals(header()) || isWeakForm(tag));
    }

    private boolean isWeakForm(String tag) {
        return tag.equals("W/" + header());
    }

    private boolean hasVersion(String tag) {
        return tag.startsWith("\"" + tracker.version() + ".") && tag.endsWith("\"");
    }

    private static java.util.stream.Stream<String> tags(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::trim);
    }

    private static long micros(java.time.Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
