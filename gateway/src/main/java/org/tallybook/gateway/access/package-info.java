/** What is written down about requests. */
@NullMarked
package org.tallybook.gateway.access;

import org.jspecify.annotations.NullMarked;
