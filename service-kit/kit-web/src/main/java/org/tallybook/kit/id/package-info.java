/** Identifiers: UUIDv7 (RFC 9562). */
@NullMarked
package org.tallybook.kit.id;

import org.jspecify.annotations.NullMarked;
