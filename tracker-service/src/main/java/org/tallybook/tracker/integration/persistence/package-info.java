/** Rows of integrations and plays. */
@NullMarked
package org.tallybook.tracker.integration.persistence;

import org.jspecify.annotations.NullMarked;
