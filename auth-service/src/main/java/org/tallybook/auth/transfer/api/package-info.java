/** The HTTP face of bringing accounts along. */
@NullMarked
package org.tallybook.auth.transfer.api;

import org.jspecify.annotations.NullMarked;
