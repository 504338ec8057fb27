/** Browser sessions: an opaque cookie in front, a short access token behind. */
@NullMarked
package org.tallybook.gateway.session;

import org.jspecify.annotations.NullMarked;
