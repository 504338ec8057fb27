/** What the operator does at the command line, without an account. */
@NullMarked
package org.tallybook.auth.desk;

import org.jspecify.annotations.NullMarked;
