package org.tallybook.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HopByHopTest {

    @Test
    void dropsFieldsOfTheConnectionAndThoseItNames() {
        MultiMap from = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "keep-alive, X-Hop")
                .add("connection", "x-other")
                .add("X-Hop", "1")
                .add("X-Other", "2")
                .add("Keep-Alive", "timeout=5")
                .add("Proxy-Authorization", "secret")
                .add("TE", "trailers")
                .add("Trailer", "X-T")
                .add("Transfer-Encoding", "chunked")
                .add("Upgrade", "h2c")
                .add("HTTP2-Settings", "x")
                .add("Expect", "100-continue")
                .add("Accept", "a")
                .add("Accept", "b")
                .add("Content-Length", "3");
        MultiMap to = MultiMap.caseInsensitiveMultiMap();

        HopByHop.copyEndToEnd(from, to);

        assertThat(to.names().stream().map(String::toLowerCase).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("accept", "content-length");
        assertThat(to.getAll("Accept")).containsExactly("a", "b");
    }
}
