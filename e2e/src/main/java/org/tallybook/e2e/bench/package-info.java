/** Figures of the whole system on this machine: how long it takes to start, to show a log, and what it occupies. */
@NullMarked
package org.tallybook.e2e.bench;

import org.jspecify.annotations.NullMarked;
