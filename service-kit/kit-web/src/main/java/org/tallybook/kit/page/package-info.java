/** Keyset pages and their opaque cursors. */
@NullMarked
package org.tallybook.kit.page;

import org.jspecify.annotations.NullMarked;
