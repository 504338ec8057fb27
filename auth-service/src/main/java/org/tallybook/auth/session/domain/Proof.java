package org.tallybook.auth.session.domain;

/**
 * How somebody proved to be the user.
 *
 * @param secondFactor whether two things were proved, such as a password and a code; a passkey that has verified its
 *     user is two by itself
 */
public record Proof(SignInMethod method, boolean secondFactor) {}
