/** One API reference for all services. */
@NullMarked
package org.tallybook.gateway.docs;

import org.jspecify.annotations.NullMarked;
