/** Rules for reactive chains that hold in every service. */
@NullMarked
package org.tallybook.kit.reactive;

import org.jspecify.annotations.NullMarked;
