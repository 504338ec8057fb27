/** Preferences in the database. */
@NullMarked
package org.tallybook.report.preference.persistence;

import org.jspecify.annotations.NullMarked;
