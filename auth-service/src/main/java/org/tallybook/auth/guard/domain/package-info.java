/** Attempts to sign in; plain Java. */
@NullMarked
package org.tallybook.auth.guard.domain;

import org.jspecify.annotations.NullMarked;
