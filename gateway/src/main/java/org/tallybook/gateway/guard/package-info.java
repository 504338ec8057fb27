/** Refuses what two parsers could read differently, before anything else looks at it. */
@NullMarked
package org.tallybook.gateway.guard;

import org.jspecify.annotations.NullMarked;
