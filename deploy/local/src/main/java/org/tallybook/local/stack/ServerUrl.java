package org.tallybook.local.stack;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a server listens and how to sign in to it. User and password are decoded; an absent one is empty. Printing it
 * never shows the password; {@link #text()} does.
 */
public record ServerUrl(String scheme, String user, String password, String host, int port, String path) {

    /** Reads {@code scheme://[user[:password]@]host[:port][/path]}; a refusal names the variable, never the value. */
    public static ServerUrl parse(PartKind kind, String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new StackFailure(kind.variable() + " is not a URL: " + e.getReason() + ".", null);
        }
        String scheme = uri.getScheme();
        if (scheme == null || !kind.schemes().contains(scheme) || uri.getHost() == null) {
            throw new StackFailure(kind.variable() + " must look like "
                    + kind.schemes().iterator().next() + "://user:password@host:" + kind.defaultPort() + ".");
        }
        String[] userInfo = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new ServerUrl(
                scheme,
                userInfo.length > 0 ? decode(userInfo[0]) : "",
                userInfo.length > 1 ? decode(userInfo[1]) : "",
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : kind.defaultPort(),
                uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    public ServerUrl withPath(String newPath) {
        return new ServerUrl(scheme, user, password, host, port, newPath);
    }

    public ServerUrl withoutCredentials() {
        return new ServerUrl(scheme, "", "", host, port, path);
    }

    /** The whole URL with its credentials, for the one who connects. */
    public String text() {
        String credentials = user.isEmpty() && password.isEmpty() ? "" : encode(user) + ":" + encode(password) + "@";
        return scheme + "://" + credentials + host + ":" + port + path;
    }

    @Override
    public String toString() {
        return withoutCredentials().text();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
