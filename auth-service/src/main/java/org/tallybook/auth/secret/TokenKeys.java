package org.tallybook.auth.secret;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes opaque tokens and the HMACs under which they are stored. */
@Singleton
public class TokenKeys {

    private final SecureRandom random = new SecureRandom();
    private final Mac32 atRest;
    private final Mac32 successor;
    private final Mac32 link;

    TokenKeys(Secrets secrets) {
        atRest = secrets.keyFor("opaque-token/at-rest");
        successor = secrets.keyFor("refresh-token/successor");
        link = secrets.keyFor("mailed-link/token");
    }

    public OpaqueToken fresh() {
        byte[] bytes = new byte[OpaqueToken.BYTES];
        random.nextBytes(bytes);
        return new OpaqueToken(bytes);
    }

    /** How a token is stored and found again: useless to a thief of the database. */
    public byte[] digest(OpaqueToken token) {
        return atRest.of(token.bytes());
    }

    /**
     * The one refresh token that follows another. Derived, not drawn: twenty tabs that refresh at once, on any replica,
     * all get the same answer, and no plain token needs to be kept for that.
     */
    public OpaqueToken successorOf(OpaqueToken refreshToken) {
        return new OpaqueToken(successor.of(refreshToken.bytes()));
    }

    /** The token of a mailed link, derived from its id, so that a waiting mail holds no secret. */
    public OpaqueToken ofLink(UUID linkId) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(linkId.getMostSignificantBits())
                .putLong(linkId.getLeastSignificantBits())
                .array();
        return new OpaqueToken(link.of(id));
    }
}
