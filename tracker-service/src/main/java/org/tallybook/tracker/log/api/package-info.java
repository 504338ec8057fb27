/** Logs over HTTP. */
@NullMarked
package org.tallybook.tracker.log.api;

import org.jspecify.annotations.NullMarked;
