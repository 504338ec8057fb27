/** A client of the public API as an outsider would write it: HTTP to the gateway, files of the mail directory. */
@NullMarked
package org.tallybook.e2e.client;

import org.jspecify.annotations.NullMarked;
