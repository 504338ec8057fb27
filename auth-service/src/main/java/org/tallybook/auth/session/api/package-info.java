/** Sessions over HTTP. */
@NullMarked
package org.tallybook.auth.session.api;

import org.jspecify.annotations.NullMarked;
