/** Sessions: opened by a login, kept by refresh or exchange, ended by logout or misuse. */
@NullMarked
package org.tallybook.auth.session;

import org.jspecify.annotations.NullMarked;
