/** Talking to OpenID Connect and OAuth 2 providers, none of which is believed more than it proves. */
@NullMarked
package org.tallybook.auth.connection.provider;

import org.jspecify.annotations.NullMarked;
