/** Forgetting a user. */
@NullMarked
package org.tallybook.report.erasure;

import org.jspecify.annotations.NullMarked;
