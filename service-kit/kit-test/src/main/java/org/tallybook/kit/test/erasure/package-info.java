/** Proof that a service has forgotten somebody. */
@NullMarked
package org.tallybook.kit.test.erasure;

import org.jspecify.annotations.NullMarked;
