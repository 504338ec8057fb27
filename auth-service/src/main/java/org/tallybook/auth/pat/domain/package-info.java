/** Personal access tokens, their scopes and their form; plain Java. */
@NullMarked
package org.tallybook.auth.pat.domain;

import org.jspecify.annotations.NullMarked;
