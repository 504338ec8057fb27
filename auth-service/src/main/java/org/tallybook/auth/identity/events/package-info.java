/** What other services learn about users. */
@NullMarked
package org.tallybook.auth.identity.events;

import org.jspecify.annotations.NullMarked;
