/** report-service: facts from events, monthly summaries as JSON, HTML and PDF, and their delivery by mail. */
@NullMarked
package org.tallybook.report;

import org.jspecify.annotations.NullMarked;
