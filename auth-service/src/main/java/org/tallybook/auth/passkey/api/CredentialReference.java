package org.tallybook.auth.passkey.api;

import java.util.List;
import org.tallybook.auth.passkey.domain.Octets;

/** One passkey, as a browser refers to it. */
public record CredentialReference(String type, String id) {

    static List<CredentialReference> of(List<Octets> credentials) {
        return credentials.stream()
                .map(id -> new CredentialReference(CredentialFields.TYPE, id.text()))
                .toList();
    }
}
