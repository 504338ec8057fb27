/** What the door serves by itself: pages, health, API reference. */
@NullMarked
package org.tallybook.gateway.web;

import org.jspecify.annotations.NullMarked;
