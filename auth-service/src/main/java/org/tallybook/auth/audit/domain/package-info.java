/** Security events; plain Java. */
@NullMarked
package org.tallybook.auth.audit.domain;

import org.jspecify.annotations.NullMarked;
