package org.tallybook.auth.admin;

import org.tallybook.auth.identity.domain.UserId;
import org.tallybook.auth.peer.domain.Client;

/**
 * Something an administrator does to a user.
 *
 * @param actor the administrator
 * @param client where it came from
 */
public record AdminAct(UserId actor, UserId user, Client client) {}
