package org.tallybook.kit.etag;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * The entity tag of a versioned resource: its version in quotes, strong (RFC 9110, section 8.8.3).
 *
 * @param version of the resource, 1 at creation and one more at each change
 */
public record EntityTag(long version) {

    /** The value of the {@code ETag} header. */
    public String header() {
        return "\"" + version + "\"";
    }

    /**
     * Protects against a lost update (RFC 9110, section 13.1.1). Weak tags never match here.
     *
     * @param ifMatch the {@code If-Match} header, null if the client asked for no protection
     * @throws Rejected {@code precondition-failed}
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch != null && !"*".equals(ifMatch.trim()) && !listed(ifMatch, header())) {
            throw Rejected.because(KitSlugs.PRECONDITION_FAILED);
        }
    }

    /** Whether a conditional GET may be answered 304 (RFC 9110, section 13.1.2, weak comparison). */
    public boolean isUnchangedFor(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && ("*".equals(ifNoneMatch.trim())
                        || listed(ifNoneMatch, header())
                        || listed(ifNoneMatch, "W/" + header()));
    }

    private static boolean listed(String tags, String tag) {
        return Arrays.stream(tags.split(",", -1)).map(String::trim).anyMatch(tag::equals);
    }
}
