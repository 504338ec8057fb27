/** Logs in PostgreSQL. */
@NullMarked
package org.tallybook.tracker.log.persistence;

import org.jspecify.annotations.NullMarked;
