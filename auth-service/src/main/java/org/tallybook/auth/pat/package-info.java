/** Personal access tokens: what a user lets a program do, for a while. */
@NullMarked
package org.tallybook.auth.pat;

import org.jspecify.annotations.NullMarked;
