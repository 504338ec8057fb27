/** What a browser keeps when a user signs in, and loses when he signs out. */
@NullMarked
package org.tallybook.gateway.signin;

import org.jspecify.annotations.NullMarked;
