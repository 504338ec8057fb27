/** Events between services: CloudEvents 1.0 in structured JSON. */
@NullMarked
package org.tallybook.kit.event;

import org.jspecify.annotations.NullMarked;
