package org.tallybook.auth.connection;

/** What a provider is told when a user is sent there, and has to prove when the user comes back. */
public record Attempt(String state, String verifier, String nonce) {

    /** The secrets must not reach a log. */
    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
