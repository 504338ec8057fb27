package org.tallybook.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedRedisIT {

    @TempDir
    Path data;

    @Test
    void asksForThePasswordAndRemembersOverARestart() throws Exception {
        EmbeddedRedis redis = TestParts.redis(data);
        redis.start();
        try (Jedis jedis = RedisAccess.connect(redis.url())) {
            jedis.set("kept", "yes");
        }

        redis.stop();
        redis.start();

        try (Jedis jedis = RedisAccess.connect(redis.url())) {
            assertThat(jedis.get("kept")).isEqualTo("yes");
        }
        ServerUrl open = new ServerUrl("redis", "", "", "127.0.0.1", redis.url().port(), "");
        assertThatThrownBy(() -> RedisAccess.connect(open).ping()).hasMessageContaining("NOAUTH");
        assertThat(Files.getPosixFilePermissions(data.resolve("redis/redis.conf")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        redis.stop();
    }
}
