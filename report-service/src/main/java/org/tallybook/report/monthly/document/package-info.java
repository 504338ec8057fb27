/** The report as a document: one model, rendered as HTML and as PDF. */
@NullMarked
package org.tallybook.report.monthly.document;

import org.jspecify.annotations.NullMarked;
