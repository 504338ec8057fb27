/** Administration over HTTP: role {@code admin}, and a recent proof for every write. */
@NullMarked
package org.tallybook.auth.admin.api;

import org.jspecify.annotations.NullMarked;
