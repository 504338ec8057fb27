/** The profile over HTTP. */
@NullMarked
package org.tallybook.auth.identity.api;

import org.jspecify.annotations.NullMarked;
