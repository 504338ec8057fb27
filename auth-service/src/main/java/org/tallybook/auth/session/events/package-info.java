/** What other services learn about sessions. */
@NullMarked
package org.tallybook.auth.session.events;

import org.jspecify.annotations.NullMarked;
