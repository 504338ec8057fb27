/** What happened to an account, kept for its owner and for administrators. */
@NullMarked
package org.tallybook.auth.audit;

import org.jspecify.annotations.NullMarked;
