/** What makes a device; plain Java. */
@NullMarked
package org.tallybook.auth.device.domain;

import org.jspecify.annotations.NullMarked;
