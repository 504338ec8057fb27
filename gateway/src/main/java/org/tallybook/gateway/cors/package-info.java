/** Cross-origin rules of the Fetch standard, applied once, here. */
@NullMarked
package org.tallybook.gateway.cors;

import org.jspecify.annotations.NullMarked;
