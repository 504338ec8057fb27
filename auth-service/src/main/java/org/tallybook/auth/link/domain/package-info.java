/** Mailed links; plain Java. */
@NullMarked
package org.tallybook.auth.link.domain;

import org.jspecify.annotations.NullMarked;
