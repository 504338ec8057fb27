/** Letting in only who was invited. */
@NullMarked
package org.tallybook.auth.invitation;

import org.jspecify.annotations.NullMarked;
