/** A whole Tallybook as a child process: started, watched, killed and stopped as an operator would. */
@NullMarked
package org.tallybook.e2e.system;

import org.jspecify.annotations.NullMarked;
