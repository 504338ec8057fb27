package org.tallybook.auth.connection;

import java.util.List;
import java.util.Optional;

/** The providers that the operator configured. */
public interface Providers {

    /** In the order of their names. */
    List<Provider> all();

    Optional<Provider> named(String name);
}
