/** The devices that users sign in from. */
@NullMarked
package org.tallybook.auth.device;

import org.jspecify.annotations.NullMarked;
