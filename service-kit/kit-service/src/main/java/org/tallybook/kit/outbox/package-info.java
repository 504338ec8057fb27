/** The transactional outbox: an event is stored with the change that caused it and relayed afterwards. */
@NullMarked
package org.tallybook.kit.outbox;

import org.jspecify.annotations.NullMarked;
