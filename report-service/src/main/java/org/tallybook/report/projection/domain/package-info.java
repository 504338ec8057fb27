/** What an event says, as plain values. */
@NullMarked
package org.tallybook.report.projection.domain;

import org.jspecify.annotations.NullMarked;
