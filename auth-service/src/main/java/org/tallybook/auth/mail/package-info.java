/** Mails that survive the death of the process and of the mail server. */
@NullMarked
package org.tallybook.auth.mail;

import org.jspecify.annotations.NullMarked;
