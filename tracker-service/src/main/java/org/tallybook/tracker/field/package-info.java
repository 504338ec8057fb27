/** Rules for the values of fields that several features share. */
@NullMarked
package org.tallybook.tracker.field;

import org.jspecify.annotations.NullMarked;
