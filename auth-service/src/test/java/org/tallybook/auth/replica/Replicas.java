package org.tallybook.auth.replica;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tallybook.auth.connection.FakeProvider;
import org.tallybook.auth.support.TestDatabase;
import org.tallybook.kit.test.stack.TallybookStack;

/**
 * Two replicas of the packaged service with production's settings and secrets of their own, on one PostgreSQL schema,
 * Redis and mail server and with one provider. Both start at once on the empty schema.
 */
public final class Replicas implements AutoCloseable {

    /** Longer than the five seconds in which every replica reads the keys again. */
    private static final String KEY_SPREAD = "9s";

    private final FakeProvider provider = new FakeProvider();
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final List<Replica> others = new ArrayList<>();
    private final String internalKey;
    private final Replica first;
    private final Replica second;
    private final List<String> keysAtStart;

    private Replicas() {
        environment = TallybookStack.configuration().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("TALLYBOOK_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        properties = new HashMap<>(provider.start());
        properties.putAll(ReplicaSchema.create());
        internalKey = secrets();
        properties.put("tallybook.token.key-spread", KEY_SPREAD);
        properties.put("tallybook.provider-call.timeout", "20s");
        properties.put("tallybook.events.relay.enabled", "false");
        first = launch("replica-a");
        second = launch("replica-b");
        first.awaitReady();
        second.awaitReady();
        TestDatabase.useSchema(ReplicaSchema.NAME);
        keysAtStart = TestDatabase.rows("SELECT id FROM signing_key");
    }

    static Replicas start() {
        Replicas replicas = new Replicas();
        Runtime.getRuntime().addShutdownHook(new Thread(replicas::close));
        return replicas;
    }

    private Replica launch(String name) {
        return Replica.launch(name, environment, properties);
    }

    public Replica first() {
        return first;
    }

    public Replica second() {
        return second;
    }

    /** They take turns. */
    public Replica number(int i) {
        return i % 2 == 0 ? first : second;
    }

    /** One more, for a test to kill. */
    public Replica another() {
        Replica other = launch("replica-" + (char) ('c' + others.size()));
        others.add(other);
        return other.awaitReady();
    }

    public String internalKey() {
        return internalKey;
    }

    public String providerUrl() {
        return properties.get("test.provider.url");
    }

    /** The ids of the signing keys when both served. */
    public List<String> keysAtStart() {
        return keysAtStart;
    }

    /** Returns the one that tests need to know. */
    private String secrets() {
        secret("pepper");
        secret("keys-kek");
        return secret("internal-secret");
    }

    private String secret(String name) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        try {
            Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), name, ".secret");
            Files.writeString(file, text);
            properties.put("tallybook.secrets." + name + "-file", file.toString());
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        others.forEach(Replica::kill);
        first.close();
        second.close();
        provider.stop();
    }
}
