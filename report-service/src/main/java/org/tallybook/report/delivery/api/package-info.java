/** Asking for a report by mail. */
@NullMarked
package org.tallybook.report.delivery.api;

import org.jspecify.annotations.NullMarked;
