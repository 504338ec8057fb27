/** Starts the packaged service as an operator does, for what no test inside its JVM can show. */
@NullMarked
package org.tallybook.kit.test.start;

import org.jspecify.annotations.NullMarked;
