/** Accounts at other providers: signing in, signing up and linking with them, and what they granted. */
@NullMarked
package org.tallybook.auth.connection;

import org.jspecify.annotations.NullMarked;
