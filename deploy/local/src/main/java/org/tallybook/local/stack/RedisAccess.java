package org.tallybook.local.stack;

import redis.clients.jedis.Jedis;

/** Redis connections from our URLs. */
public final class RedisAccess {

    private static final int TIMEOUT_MILLIS = 5_000;

    private RedisAccess() {}

    /** Signed in and on the database number of the URL's path (none: 0). */
    public static Jedis connect(ServerUrl url) {
        Jedis jedis = new Jedis(url.host(), url.port(), TIMEOUT_MILLIS);
        if (!url.user().isEmpty()) {
            jedis.auth(url.user(), url.password());
        } else if (!url.password().isEmpty()) {
            jedis.auth(url.password());
        }
        String number = url.path().replace("/", "");
        if (!number.isEmpty()) {
            jedis.select(Integer.parseInt(number));
        }
        return jedis;
    }
}
