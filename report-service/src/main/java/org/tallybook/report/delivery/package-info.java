/** Reports by mail: asked for in a transaction, delivered by a poller, at least once. */
@NullMarked
package org.tallybook.report.delivery;

import org.jspecify.annotations.NullMarked;
