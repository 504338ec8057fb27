/** Identities and what they are made of; plain Java. */
@NullMarked
package org.tallybook.auth.identity.domain;

import org.jspecify.annotations.NullMarked;
