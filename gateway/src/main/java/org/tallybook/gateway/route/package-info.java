/** Which prefix goes to which upstream, and with what limits. */
@NullMarked
package org.tallybook.gateway.route;

import org.jspecify.annotations.NullMarked;
