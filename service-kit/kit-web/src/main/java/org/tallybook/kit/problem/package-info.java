/** Problem details (RFC 9457): what every service answers when it refuses or fails. */
@NullMarked
package org.tallybook.kit.problem;

import org.jspecify.annotations.NullMarked;
