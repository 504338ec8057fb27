/** Who a user is: e-mail address, name and profile. */
@NullMarked
package org.tallybook.auth.identity;

import org.jspecify.annotations.NullMarked;
