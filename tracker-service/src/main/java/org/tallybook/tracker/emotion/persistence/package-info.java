/** Emotions in PostgreSQL. */
@NullMarked
package org.tallybook.tracker.emotion.persistence;

import org.jspecify.annotations.NullMarked;
