package org.tallybook.auth.token.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Lets verifiers find issuer and keys (OpenID Connect Discovery 1.0, section 3). We issue access tokens to our own
 * clients only and are no OpenID provider for others, hence no endpoints of the protocol.
 */
@Path("/.well-known/openid-configuration")
@PermitAll
@Tag(name = "Discovery")
public class DiscoveryResource {

    private final Document document;

    DiscoveryResource(@ConfigProperty(name = "tallybook.public-url") String issuer) {
        String base = issuer.replaceAll("/+$", "");
        document =
                new Document(issuer, base + "/.well-known/jwks.json", List.of(), List.of("public"), List.of("RS256"));
    }

    /** Provider metadata. */
    public record Document(
            String issuer,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("subject_types_supported") List<String> subjectTypes,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> algorithms) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Issuer and address of the key set")
    @APIResponse(
            responseCode = "200",
            description = "Provider metadata",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response document() {
        return Response.ok(document)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }
}
