/** Passwords: rules, hashing and storage. */
@NullMarked
package org.tallybook.auth.credential;

import org.jspecify.annotations.NullMarked;
