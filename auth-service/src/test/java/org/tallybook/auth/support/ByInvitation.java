package org.tallybook.auth.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The operator lets only invited people register. */
public class ByInvitation implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tallybook.registration", "invite");
    }
}
