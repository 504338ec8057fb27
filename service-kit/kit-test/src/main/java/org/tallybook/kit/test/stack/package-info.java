/** The embedded (or real) servers for {@code @QuarkusTest}, and the mailbox into which the tests' mail falls. */
@NullMarked
package org.tallybook.kit.test.stack;

import org.jspecify.annotations.NullMarked;
