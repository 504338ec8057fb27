/** What this service learns of users from auth-service. */
@NullMarked
package org.tallybook.tracker.owner.events;

import org.jspecify.annotations.NullMarked;
