/** What users opt in to: an account elsewhere feeds one of their trackers. */
@NullMarked
package org.tallybook.tracker.integration;

import org.jspecify.annotations.NullMarked;
