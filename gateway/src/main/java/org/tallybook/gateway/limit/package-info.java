/** Request rates, kept in Redis and shared by all replicas. */
@NullMarked
package org.tallybook.gateway.limit;

import org.jspecify.annotations.NullMarked;
