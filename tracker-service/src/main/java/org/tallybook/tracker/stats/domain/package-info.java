/** What days say about a habit: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.stats.domain;

import org.jspecify.annotations.NullMarked;
