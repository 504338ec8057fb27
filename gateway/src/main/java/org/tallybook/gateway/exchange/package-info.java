/** One request on its way through the door, and the interceptors' contract. */
@NullMarked
package org.tallybook.gateway.exchange;

import org.jspecify.annotations.NullMarked;
