/** The other end of a connection; plain Java. */
@NullMarked
package org.tallybook.auth.peer.domain;

import org.jspecify.annotations.NullMarked;
