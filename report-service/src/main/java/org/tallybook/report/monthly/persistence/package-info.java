/** Reading the facts of one user and a few months from one snapshot. */
@NullMarked
package org.tallybook.report.monthly.persistence;

import org.jspecify.annotations.NullMarked;
