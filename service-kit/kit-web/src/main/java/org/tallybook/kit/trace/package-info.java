/** Request ids and trace context. */
@NullMarked
package org.tallybook.kit.trace;

import org.jspecify.annotations.NullMarked;
