/** Trackers and their rules: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.tracker.domain;

import org.jspecify.annotations.NullMarked;
