/** Second factors; plain Java. */
@NullMarked
package org.tallybook.auth.mfa.domain;

import org.jspecify.annotations.NullMarked;
