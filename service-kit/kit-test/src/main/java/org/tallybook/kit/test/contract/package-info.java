/** The contract test of events: what is in {@code contracts/events} against what a service sends and reads. */
@NullMarked
package org.tallybook.kit.test.contract;

import org.jspecify.annotations.NullMarked;
