/** Access tokens and the keys that sign them. */
@NullMarked
package org.tallybook.auth.token;

import org.jspecify.annotations.NullMarked;
