/** What an invitation is. */
@NullMarked
package org.tallybook.auth.invitation.domain;

import org.jspecify.annotations.NullMarked;
