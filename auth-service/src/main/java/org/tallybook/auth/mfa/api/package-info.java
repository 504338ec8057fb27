/** Second factors over HTTP. */
@NullMarked
package org.tallybook.auth.mfa.api;

import org.jspecify.annotations.NullMarked;
