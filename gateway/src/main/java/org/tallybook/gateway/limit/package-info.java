/** Which requests are limited, and how the answer tells. */
@NullMarked
package org.tallybook.gateway.limit;

import org.jspecify.annotations.NullMarked;
