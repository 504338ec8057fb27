/** Rates of requests, counted in Redis for all replicas together. */
@NullMarked
package org.tallybook.kit.limit;

import org.jspecify.annotations.NullMarked;
