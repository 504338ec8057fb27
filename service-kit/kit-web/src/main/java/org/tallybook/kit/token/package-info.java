/** Verification of access tokens, the same in every service. */
@NullMarked
package org.tallybook.kit.token;

import org.jspecify.annotations.NullMarked;
