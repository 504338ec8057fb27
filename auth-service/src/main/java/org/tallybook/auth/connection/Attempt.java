package org.tallybook.auth.connection;

/**
 * What a provider is told when a user is sent there, and has to prove when the user comes back.
 *
 * @param fresh whether the user is to sign in there anew, and not to be waved through
 */
public record Attempt(String state, String verifier, String nonce, boolean fresh) {

    /** The secrets must not reach a log. */
    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
