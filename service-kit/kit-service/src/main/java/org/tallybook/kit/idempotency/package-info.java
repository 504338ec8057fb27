/** Idempotency keys: a repeated POST has the effect and the answer of the first. */
@NullMarked
package org.tallybook.kit.idempotency;

import org.jspecify.annotations.NullMarked;
