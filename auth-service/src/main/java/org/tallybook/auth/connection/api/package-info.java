/** Linked accounts over HTTP. */
@NullMarked
package org.tallybook.auth.connection.api;

import org.jspecify.annotations.NullMarked;
