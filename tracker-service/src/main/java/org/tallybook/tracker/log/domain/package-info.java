/** Logs and their rules: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.log.domain;

import org.jspecify.annotations.NullMarked;
