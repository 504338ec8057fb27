/** Accounts over HTTP. */
@NullMarked
package org.tallybook.auth.account.api;

import org.jspecify.annotations.NullMarked;
