package org.tallybook.auth.token.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.tallybook.auth.token.SigningKeys;
import org.tallybook.auth.token.domain.SigningKey;

/** The public keys that access tokens are verified with (RFC 7517). */
@Path("/.well-known/jwks.json")
@PermitAll
@Tag(name = "Discovery")
public class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set. */
    public record KeySet(List<Key> keys) {}

    /** A JSON Web Key (RFC 7517, section 4; RFC 7518, section 6.3.1). */
    public record Key(String kty, String use, String alg, String kid, String n, String e) {

        static Key of(SigningKey key) {
            return new Key(
                    "RSA",
                    "sig",
                    "RS256",
                    key.id(),
                    base64(key.publicKey().getModulus()),
                    base64(key.publicKey().getPublicExponent()));
        }

        /** Base64urlUInt: big-endian without a sign byte (RFC 7518, section 2). */
        private static String base64(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The keys that access tokens are verified with")
    @APIResponse(
            responseCode = "200",
            description = "A JSON Web Key Set; keys appear a day before they sign",
            content = @Content(schema = @Schema(implementation = KeySet.class)))
    public Response keys() {
        var set = new KeySet(keys.published().stream().map(Key::of).toList());
        return Response.ok(set)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
