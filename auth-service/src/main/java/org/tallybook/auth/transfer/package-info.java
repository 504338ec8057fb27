/** Accounts that users bring along from another system. */
@NullMarked
package org.tallybook.auth.transfer;

import org.jspecify.annotations.NullMarked;
