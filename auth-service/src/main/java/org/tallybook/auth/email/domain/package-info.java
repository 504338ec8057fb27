/** A change of address; plain Java. */
@NullMarked
package org.tallybook.auth.email.domain;

import org.jspecify.annotations.NullMarked;
