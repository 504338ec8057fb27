/** Preferences over HTTP. */
@NullMarked
package org.tallybook.report.preference.api;

import org.jspecify.annotations.NullMarked;
