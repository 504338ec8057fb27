package org.tallybook.auth.peer.domain;

/**
 * What a request came from, for the owner of a session or an account to recognise it by.
 *
 * @param address IP address
 * @param userAgent as the client calls itself, at most {@link #LONGEST_USER_AGENT} characters
 */
public record Client(String address, String userAgent) {

    public static final int LONGEST_USER_AGENT = 300;

    public Client {
        userAgent = userAgent.length() <= LONGEST_USER_AGENT ? userAgent : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
