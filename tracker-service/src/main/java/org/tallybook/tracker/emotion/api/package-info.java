/** Emotions over HTTP. */
@NullMarked
package org.tallybook.tracker.emotion.api;

import org.jspecify.annotations.NullMarked;
