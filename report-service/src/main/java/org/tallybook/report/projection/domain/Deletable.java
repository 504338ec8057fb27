package org.tallybook.report.projection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entity whose last state is that it was deleted. */
public interface Deletable {

    /** Null while it exists. */
    @Nullable
    Instant deletedAt();
}
