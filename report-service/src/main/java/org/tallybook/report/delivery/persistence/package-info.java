/** The mail outbox. */
@NullMarked
package org.tallybook.report.delivery.persistence;

import org.jspecify.annotations.NullMarked;
