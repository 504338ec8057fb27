/** Everything this service keeps about a user, handed to the user. */
@NullMarked
package org.tallybook.auth.export;

import org.jspecify.annotations.NullMarked;
