/** Trackers over HTTP. */
@NullMarked
package org.tallybook.tracker.tracker.api;

import org.jspecify.annotations.NullMarked;
