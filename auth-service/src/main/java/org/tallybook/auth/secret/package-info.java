/** The operator's secrets, and the keys and opaque tokens that are derived from them. */
@NullMarked
package org.tallybook.auth.secret;

import org.jspecify.annotations.NullMarked;
