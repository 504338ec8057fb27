/** Identities, credentials, sessions and signing keys; issues access tokens. */
@NullMarked
package org.tallybook.auth;

import org.jspecify.annotations.NullMarked;
