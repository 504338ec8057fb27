/** How a month is computed; pure functions of facts, month and time zone. */
@NullMarked
package org.tallybook.report.monthly.domain;

import org.jspecify.annotations.NullMarked;
