/** Trackers in PostgreSQL. */
@NullMarked
package org.tallybook.tracker.tracker.persistence;

import org.jspecify.annotations.NullMarked;
