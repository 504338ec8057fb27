package org.tallybook.auth.credential.domain;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with everything needed to repeat it, in the PHC string format
 * ({@code $argon2id$v=19$m=…,t=…,p=…,keyid=…$salt$tag}); {@code keyid} holds the pepper's version.
 */
public record Argon2Hash(Argon2Parameters parameters, int pepperVersion, byte[] salt, byte[] tag)
        implements PasswordHash {

    public static final int SALT_BYTES = 16;
    public static final int TAG_BYTES = 32;

    private static final String B64 = "[A-Za-z0-9+/]";
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d),keyid=("
            + B64 + "{6})\\$(" + B64 + "{22})\\$(" + B64 + "{43})");

    public Argon2Hash {
        if (salt.length != SALT_BYTES || tag.length != TAG_BYTES) {
            throw new IllegalArgumentException("salt or tag has the wrong size");
        }
        salt = salt.clone();
        tag = tag.clone();
    }

    /** @throws IllegalArgumentException if it is no such string or its parameters are out of bounds */
    static Argon2Hash parse(String encoded) {
        Matcher parts = FORM.matcher(encoded);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash of ours");
        }
        var parameters = new Argon2Parameters(number(parts, 1), number(parts, 2), number(parts, 3));
        int pepper = ByteBuffer.wrap(bytes(parts, 4)).getInt();
        return new Argon2Hash(parameters, pepper, bytes(parts, 5), bytes(parts, 6));
    }

    @Override
    public String encoded() {
        return "$argon2id$v=19$m=" + parameters.memory() + ",t=" + parameters.passes() + ",p=" + parameters.lanes()
                + ",keyid="
                + base64(ByteBuffer.allocate(4).putInt(pepperVersion).array()) + "$" + base64(salt) + "$"
                + base64(tag);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] tag() {
        return tag.clone();
    }

    /** Not the hash: it must not reach a log. */
    @Override
    public String toString() {
        return "Argon2Hash[…]";
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(Matcher parts, int group) {
        return Base64.getDecoder().decode(parts.group(group));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
