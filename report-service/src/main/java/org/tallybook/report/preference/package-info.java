/** What a user wants to receive, and when. */
@NullMarked
package org.tallybook.report.preference;

import org.jspecify.annotations.NullMarked;
