/** The main job against a system that somebody else started. */
@NullMarked
package org.tallybook.e2e.smoke;

import org.jspecify.annotations.NullMarked;
