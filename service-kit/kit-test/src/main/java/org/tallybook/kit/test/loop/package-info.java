/** Watches that no test holds up an event loop. */
@NullMarked
package org.tallybook.kit.test.loop;

import org.jspecify.annotations.NullMarked;
