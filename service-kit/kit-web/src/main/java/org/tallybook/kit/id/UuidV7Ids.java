package org.tallybook.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class UuidV7Ids implements Ids {

    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
