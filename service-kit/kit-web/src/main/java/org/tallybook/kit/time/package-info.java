/** The injected clock. */
@NullMarked
package org.tallybook.kit.time;

import org.jspecify.annotations.NullMarked;
