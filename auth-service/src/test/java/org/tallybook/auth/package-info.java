/** Tests of the whole service. */
@NullMarked
package org.tallybook.auth;

import org.jspecify.annotations.NullMarked;
