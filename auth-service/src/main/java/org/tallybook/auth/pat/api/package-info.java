/** Personal access tokens over HTTP, for their owner and for the gateway. */
@NullMarked
package org.tallybook.auth.pat.api;

import org.jspecify.annotations.NullMarked;
