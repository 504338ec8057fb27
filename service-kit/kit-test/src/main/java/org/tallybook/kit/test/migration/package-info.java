/** The migration test every service with a database runs over its own changelog. */
@NullMarked
package org.tallybook.kit.test.migration;

import org.jspecify.annotations.NullMarked;
