package org.tallybook.auth.invitation.domain;

import java.util.HexFormat;

/**
 * What an invitation is found by: the HMAC of its token, which opens nothing by itself and may be kept.
 *
 * @param hex 64 digits
 */
public record InvitationKey(String hex) {

    public static InvitationKey of(byte[] digest) {
        return new InvitationKey(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
