/** What can be mailed; plain Java. */
@NullMarked
package org.tallybook.auth.mail.domain;

import org.jspecify.annotations.NullMarked;
