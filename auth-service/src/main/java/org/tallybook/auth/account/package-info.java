/** What a person does with an account as a whole: register, verify, change or reset the password, delete. */
@NullMarked
package org.tallybook.auth.account;

import org.jspecify.annotations.NullMarked;
