/** What those in charge of a Tallybook may do. */
@NullMarked
package org.tallybook.auth.admin;

import org.jspecify.annotations.NullMarked;
