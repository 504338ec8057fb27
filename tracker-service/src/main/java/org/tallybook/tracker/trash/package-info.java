/** What deletions of every kind share: how long they can be undone, and how a row is kept until then. */
@NullMarked
package org.tallybook.tracker.trash;

import org.jspecify.annotations.NullMarked;
