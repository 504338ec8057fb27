/** Access tokens for tests, good and bad ones, with an issuer of their own. */
@NullMarked
package org.tallybook.kit.test.token;

import org.jspecify.annotations.NullMarked;
