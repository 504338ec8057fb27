package org.tallybook.auth.connection.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallybook.auth.connection.Attempt;

/** Where a browser is sent to be asked (RFC 6749, section 4.1.1), with PKCE always (RFC 7636, RFC 9700). */
record AuthorizeUrl(String clientId, String redirectUri, List<String> scopes) {

    URI of(URI endpoint, Attempt attempt, boolean openId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("scope", String.join(" ", scopes));
        parameters.put("state", attempt.state());
        parameters.put("code_challenge", challenge(attempt.verifier()));
        parameters.put("code_challenge_method", "S256");
        if (openId) {
            parameters.put("nonce", attempt.nonce());
        }
        if (openId && attempt.fresh()) {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
        }
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
