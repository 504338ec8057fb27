/** Monthly summaries and the use cases around them. */
@NullMarked
package org.tallybook.report.monthly;

import org.jspecify.annotations.NullMarked;
