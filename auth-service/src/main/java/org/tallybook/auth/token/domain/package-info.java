/** Signing keys and their life; plain Java. */
@NullMarked
package org.tallybook.auth.token.domain;

import org.jspecify.annotations.NullMarked;
