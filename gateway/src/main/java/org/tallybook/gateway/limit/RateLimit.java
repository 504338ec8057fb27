package org.tallybook.gateway.limit;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tallybook.gateway.exchange.Exchange;
import org.tallybook.gateway.exchange.Interceptor;
import org.tallybook.gateway.guard.ClientAddresses;
import org.tallybook.gateway.limit.LimitConfig.Subject;
import org.tallybook.gateway.session.Credentials;
import org.tallybook.gateway.session.SessionTokens;
import org.tallybook.kit.limit.BucketConfig;
import org.tallybook.kit.limit.Networks;
import org.tallybook.kit.limit.Quota;
import org.tallybook.kit.limit.SharedBuckets;
import org.tallybook.kit.limit.Verdict;
import org.tallybook.kit.problem.KitSlugs;
import org.tallybook.kit.problem.Rejected;

/**
 * Takes one request out of every bucket that its rule names, narrow rules first, and stops at the first empty one. The
 * answer tells the tightest limit in {@code RateLimit-*} fields, so that a careful client never meets a 429.
 */
@Singleton
public final class RateLimit implements Interceptor {

    private static final Logger LOG = Logger.getLogger(RateLimit.class);

    private final SharedBuckets buckets;
    private final List<LimitRule> rules;
    private final boolean enabled;

    RateLimit(SharedBuckets buckets, BucketConfig counting, LimitConfig config) {
        this.buckets = buckets;
        this.enabled = counting.enabled();
        this.rules = config.rules().entrySet().stream()
                .map(RateLimit::rule)
                .sorted(Comparator.comparing(LimitRule::isNarrow).reversed().thenComparing(LimitRule::name))
                .toList();
        if (!enabled) {
            LOG.warn("TALLYBOOK_LIMITS_ENABLED is false: passwords can be guessed at full speed. For load tests only.");
        }
    }

    void warmUp(@Observes StartupEvent started) {
        buckets.connectEarly();
    }

    private static LimitRule rule(Map.Entry<String, LimitConfig.Rule> entry) {
        LimitConfig.Rule rule = entry.getValue();
        return new LimitRule(
                entry.getKey(),
                new Quota(rule.requests(), rule.per()),
                rule.by(),
                rule.method().orElse(""),
                rule.path().orElse(""));
    }

    @Override
    public void handle(Exchange exchange) {
        if (enabled) {
            takeFrom(0, exchange);
        } else {
            exchange.next();
        }
    }

    private void takeFrom(int index, Exchange exchange) {
        int i = index;
        while (i < rules.size() && !rules.get(i).appliesTo(exchange)) {
            i++;
        }
        if (i == rules.size()) {
            exchange.next();
            return;
        }
        LimitRule rule = rules.get(i);
        int following = i + 1;
        String key = "gw:" + rule.name() + ":" + subject(rule.by(), exchange);
        exchange.await(buckets.take(key, rule.quota()), verdict -> decide(rule, verdict, following, exchange));
    }

    private void decide(LimitRule rule, AsyncResult<Verdict> result, int following, Exchange exchange) {
        if (result.failed()) {
            throw new IllegalStateException("no verdict for " + rule.name(), result.cause());
        }
        Verdict verdict = result.result();
        exchange.onHead(fields -> tell(fields, rule.quota(), verdict));
        if (!verdict.allowed()) {
            throw Rejected.because(KitSlugs.TOO_MANY_REQUESTS)
                    .retryAfter(Duration.ofMillis(verdict.retryAfterMillis()));
        }
        takeFrom(following, exchange);
    }

    private static void tell(MultiMap fields, Quota quota, Verdict verdict) {
        String told = fields.get("RateLimit-Remaining");
        if (told != null && Long.parseLong(told) <= verdict.remaining() && verdict.allowed()) {
            return;
        }
        fields.set("RateLimit-Limit", Integer.toString(quota.requests()));
        fields.set("RateLimit-Remaining", Long.toString(verdict.remaining()));
        fields.set("RateLimit-Reset", Long.toString((verdict.resetMillis() + 999) / 1000));
        fields.set("RateLimit-Policy", quota.requests() + ";w=" + quota.window().toSeconds());
    }

    /**
     * A bearer token is hashed: it must not be readable in Redis, and it need not be reversible. A ticket that was worth
     * nothing does not count for itself, or whoever invents tickets would never meet a limit.
     */
    private static String subject(Subject by, Exchange exchange) {
        String network = "net:" + Networks.of(exchange.get(ClientAddresses.CLIENT));
        if (by == Subject.NETWORK) {
            return network;
        }
        return exchange.find(SessionTokens.USER)
                .map(user -> "user:" + user)
                .or(() -> exchange.get(Credentials.KEY).accessToken().map(RateLimit::fingerprint))
                .orElse(network);
    }

    private static String fingerprint(String bearer) {
        return "token:" + UUID.nameUUIDFromBytes(bearer.getBytes(StandardCharsets.UTF_8));
    }
}
