/** The HTTP face of the audit log. */
@NullMarked
package org.tallybook.auth.audit.api;

import org.jspecify.annotations.NullMarked;
