/** What can be preferred, and the defaults. */
@NullMarked
package org.tallybook.report.preference.domain;

import org.jspecify.annotations.NullMarked;
