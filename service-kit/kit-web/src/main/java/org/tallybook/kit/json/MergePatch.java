package org.tallybook.kit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON Merge Patch (RFC 7396): an absent member leaves what is stored, an explicit null removes it. Merged with the
 * stored representation it becomes an ordinary, fully validated replacement.
 */
public final class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectNode patch;
    private final StrictReader reader;

    MergePatch(ObjectNode patch, StrictReader reader) {
        this.patch = patch;
        this.reader = reader;
    }

    /**
     * @param stored the stored state in the form of a replacement request
     * @return the replacement that the patch asks for
     * @throws org.tallybook.kit.problem.Rejected {@code invalid-request} if that is not valid
     */
    public <T> T onto(T stored) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) stored.getClass();
        return reader.convert(merge(reader.toTree(stored), patch), type);
    }

    /** As {@link #onto}, but leaves the faults to whoever judges the rest. */
    public <T> Parsed<T> tryOnto(T stored) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) stored.getClass();
        return reader.tryToConvert(merge(reader.toTree(stored), patch), type);
    }

    /** Whether the patch names this member, be it with null. */
    public boolean names(String member) {
        return patch.has(member);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> apply(target, member.getKey(), member.getValue()));
        return target;
    }

    private static void apply(ObjectNode target, String name, JsonNode value) {
        if (value.isNull()) {
            target.remove(name);
        } else if (value instanceof ObjectNode nested) {
            target.set(name, merge(objectAt(target, name), nested));
        } else {
            target.set(name, value);
        }
    }

    private static ObjectNode objectAt(ObjectNode target, String name) {
        return target.get(name) instanceof ObjectNode object ? object : target.objectNode();
    }
}
