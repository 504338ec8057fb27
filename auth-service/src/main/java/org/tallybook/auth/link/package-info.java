/** Links that are mailed, used once, and expire. */
@NullMarked
package org.tallybook.auth.link;

import org.jspecify.annotations.NullMarked;
