/** Emotions and their rules: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.emotion.domain;

import org.jspecify.annotations.NullMarked;
