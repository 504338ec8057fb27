/** Request ids and W3C trace context at the edge. */
@NullMarked
package org.tallybook.gateway.trace;

import org.jspecify.annotations.NullMarked;
