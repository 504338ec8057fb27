/** The export over HTTP. */
@NullMarked
package org.tallybook.auth.export.api;

import org.jspecify.annotations.NullMarked;
