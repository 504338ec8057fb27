/** Sessions and the rules of refresh tokens; plain Java. */
@NullMarked
package org.tallybook.auth.session.domain;

import org.jspecify.annotations.NullMarked;
