package org.tallybook.auth.export;

import io.smallrye.mutiny.Multi;
import org.tallybook.auth.identity.domain.UserId;

/** Everything that is kept about a user. */
public interface AccountData {

    /**
     * One JSON object as text, in pieces, as it stood at one moment. It is read as fast as it is taken, so its size costs
     * no memory.
     */
    Multi<String> of(UserId user);
}
