/** Linked accounts and their grants; plain Java. */
@NullMarked
package org.tallybook.auth.connection.domain;

import org.jspecify.annotations.NullMarked;
