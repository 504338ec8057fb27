/** The HTTP face of changing the address. */
@NullMarked
package org.tallybook.auth.email.api;

import org.jspecify.annotations.NullMarked;
