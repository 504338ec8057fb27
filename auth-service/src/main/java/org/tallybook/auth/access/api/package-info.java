/** The check of scopes before every call. */
@NullMarked
package org.tallybook.auth.access.api;

import org.jspecify.annotations.NullMarked;
