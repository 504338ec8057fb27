/** What was heard, and how an integration fares: plain Java, no framework. */
@NullMarked
package org.tallybook.tracker.integration.domain;

import org.jspecify.annotations.NullMarked;
