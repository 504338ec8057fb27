package org.tallybook.auth.guard.domain;

import java.util.Locale;

/**
 * Somebody tries a password. Counted by what they typed and not by whose account it is: a login that belongs to nobody
 * is counted the same, so the limits tell nothing about who has an account.
 *
 * @param login the e-mail address or username that was typed, in lower case
 * @param network where from; an IPv6 household is one
 * @param knownDevice whether the account's owner has signed in from there with such a program before
 */
public record Attempt(String login, String network, boolean knownDevice) {

    public Attempt {
        login = login.strip().toLowerCase(Locale.ROOT);
    }
}
