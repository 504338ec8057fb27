/** {@code /api/v1/integrations}. */
@NullMarked
package org.tallybook.tracker.integration.api;

import org.jspecify.annotations.NullMarked;
