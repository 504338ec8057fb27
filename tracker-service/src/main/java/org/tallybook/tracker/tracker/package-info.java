/** What a user tracks. */
@NullMarked
package org.tallybook.tracker.tracker;

import org.jspecify.annotations.NullMarked;
