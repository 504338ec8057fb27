/** What verifiers need: key set and discovery. */
@NullMarked
package org.tallybook.auth.token.api;

import org.jspecify.annotations.NullMarked;
