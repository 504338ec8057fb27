/** What this service knows of the user who owns the data. */
@NullMarked
package org.tallybook.tracker.owner;

import org.jspecify.annotations.NullMarked;
