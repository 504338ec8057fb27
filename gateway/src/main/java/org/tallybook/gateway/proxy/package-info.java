/** Streams a request to its upstream and the answer back. */
@NullMarked
package org.tallybook.gateway.proxy;

import org.jspecify.annotations.NullMarked;
