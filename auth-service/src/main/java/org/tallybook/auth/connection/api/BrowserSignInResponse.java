package org.tallybook.auth.connection.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.tallybook.auth.session.api.CookieLoginResponse;

/**
 * What the gateway gets when a browser comes back from a provider; it sets the cookie and sends the browser on.
 *
 * @param returnTo a path of our own site
 */
public record BrowserSignInResponse(@JsonUnwrapped CookieLoginResponse signIn, String returnTo) {}
