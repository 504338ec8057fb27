/** Proof that an unsafe browser request was meant by the user. */
@NullMarked
package org.tallybook.gateway.csrf;

import org.jspecify.annotations.NullMarked;
