package org.tallybook.auth.token;

/**
 * A signed access token.
 *
 * @param text the JWT in compact form, below 1 KiB unless a program has it for several single trackers
 * @param expiresIn seconds
 */
public record AccessToken(String text, long expiresIn) {

    /** Not the token: it must not reach a log. */
    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
