/** Known devices in PostgreSQL. */
@NullMarked
package org.tallybook.auth.device.persistence;

import org.jspecify.annotations.NullMarked;
