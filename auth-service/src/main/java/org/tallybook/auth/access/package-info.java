/** Which tokens may touch an account. */
@NullMarked
package org.tallybook.auth.access;

import org.jspecify.annotations.NullMarked;
