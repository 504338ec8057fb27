package org.tallybook.auth.account;

import org.tallybook.auth.credential.domain.PasswordHash;

/**
 * A password that is to come into force.
 *
 * @param isShort whether it is good only beside a second factor
 */
record NewPassword(PasswordHash hash, boolean isShort) {}
