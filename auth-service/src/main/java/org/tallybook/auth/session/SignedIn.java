package org.tallybook.auth.session;

import org.tallybook.auth.identity.domain.Identity;
import org.tallybook.auth.secret.OpaqueToken;
import org.tallybook.auth.session.domain.Session;
import org.tallybook.auth.token.AccessToken;

/**
 * What a sign-in or a refresh yields.
 *
 * @param secret the refresh token, or for a browser what its cookie will hold
 */
public record SignedIn(Identity identity, Session session, OpaqueToken secret, AccessToken accessToken) {}
