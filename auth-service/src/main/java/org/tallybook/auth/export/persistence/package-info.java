/** The export out of PostgreSQL. */
@NullMarked
package org.tallybook.auth.export.persistence;

import org.jspecify.annotations.NullMarked;
