/** The stack as a child process of a test JVM, so that its libraries stay off the class path under test. */
@NullMarked
package org.tallybook.local.teststack;

import org.jspecify.annotations.NullMarked;
