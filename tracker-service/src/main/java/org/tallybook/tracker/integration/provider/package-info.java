/** The providers, and how they and auth-service are called. */
@NullMarked
package org.tallybook.tracker.integration.provider;

import org.jspecify.annotations.NullMarked;
