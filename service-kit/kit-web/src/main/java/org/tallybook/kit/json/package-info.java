/** Strict JSON: what a client sends is read exactly or refused with every fault at once. */
@NullMarked
package org.tallybook.kit.json;

import org.jspecify.annotations.NullMarked;
