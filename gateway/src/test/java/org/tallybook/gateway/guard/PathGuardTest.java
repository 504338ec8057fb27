package org.tallybook.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallybook.gateway.exchange.Probe;

class PathGuardTest {

    private final PathGuard guard = new PathGuard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/trackers",
                "/api/v1/logs:batch",
                "/api/v1/trackers/019-a/logs?q=%2F..%2f;//",
                "/api/v1/emotions/%C3%A4rger",
                "/api/v1/emotions/a%20b%3Ac%40d%5Be%60",
                "/docs/",
                "/api/v1/x.json",
                "/api/v1/...",
                "/api/v1/%E0%A4%A8"
            })
    void letsUnambiguousTargetsPass(String target) {
        assertThat(Probe.get(target).through(guard).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "http://localhost/api",
                "/api/../internal",
                "/api/..",
                "/api/./x",
                "/api/%2e%2e/internal",
                "/api/%2E./x",
                "/api%2fx",
                "/api%5Cx",
                "/api\\x",
                "//internal",
                "/api//x",
                "/api;a=b/x",
                "/api%3bx",
                "/api%00x",
                "/api%0d%0ax",
                "/api%252e%252e/x",
                "/api%c0%ae/x",
                "/api%e0%80%ae/x",
                "/api%f0%80%80%ae/x",
                "/api%zz",
                "/api%2",
                "/api/v1/auth/%6cogin",
                "/api/v1/auth/%4Cogin",
                "/api/v%31/auth/login",
                "/api/v1/auth/verify%2Demail",
                "/api/v1/auth/%5fx",
                "/api/v1/auth/%7ex",
                "/api/v1/auth/login/",
                "/api/",
                "/api x",
                "/api#x",
                "/api\u00e4"
            })
    void refusesTargetsWithTwoReadings(String target) {
        Probe probe = Probe.get(target).through(guard);

        assertThat(probe.passed()).isFalse();
        assertThat(probe.status()).isEqualTo(400);
        assertThat(probe.body()).contains("/problems/ambiguous-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "FOO", "get"})
    void refusesMethodsThatNobodyNeeds(String method) {
        assertThat(Probe.a(method, "/").through(guard).status()).isEqualTo(405);
    }

    @Test
    void namesThePathInTheProblemWithoutTheQuery() {
        assertThat(Probe.get("/a//b?token=secret").through(guard).body()).doesNotContain("secret");
    }
}
