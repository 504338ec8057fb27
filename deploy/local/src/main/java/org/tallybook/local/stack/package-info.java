/** The four servers Tallybook stands on, each either embedded in this machine's user space or named by the operator. */
@NullMarked
package org.tallybook.local.stack;

import org.jspecify.annotations.NullMarked;
