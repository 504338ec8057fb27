/** Rules for passwords; plain Java. */
@NullMarked
package org.tallybook.auth.credential.domain;

import org.jspecify.annotations.NullMarked;
