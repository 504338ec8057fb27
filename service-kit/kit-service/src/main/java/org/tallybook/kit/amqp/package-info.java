/** The adapter around the RabbitMQ client: connections, confirms and their failures. */
@NullMarked
package org.tallybook.kit.amqp;

import org.jspecify.annotations.NullMarked;
