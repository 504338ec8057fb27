/** Who is calling: the owner of everything a request touches comes from here and nowhere else. */
@NullMarked
package org.tallybook.kit.caller;

import org.jspecify.annotations.NullMarked;
