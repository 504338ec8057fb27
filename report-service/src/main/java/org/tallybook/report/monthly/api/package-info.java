/** Monthly reports over HTTP. */
@NullMarked
package org.tallybook.report.monthly.api;

import org.jspecify.annotations.NullMarked;
