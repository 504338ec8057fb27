package org.tallybook.e2e.stage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallybook.e2e.system.LocalTallybook;
import org.tallybook.e2e.system.RunningPart;

/** Everything in Redis, over the few commands of its protocol (RESP 2) that this takes. */
public final class RedisEntries {

    /** It expired while it was looked at. */
    public static final long GONE = -2;

    private static final Map<String, List<String>> READ = Map.of(
            "string", List.of("GET"),
            "hash", List.of("HGETALL"),
            "set", List.of("SMEMBERS"),
            "list", List.of("LRANGE", "0", "-1"),
            "zset", List.of("ZRANGE", "0", "-1"));

    private RedisEntries() {}

    /**
     * An entry.
     *
     * @param text key and content
     * @param secondsLeft -1 if it stays for ever, {@link #GONE}
     */
    public record Entry(String key, String text, long secondsLeft) {}

    public static List<Entry> of(LocalTallybook system) {
        RunningPart server = system.part("redis").orElseThrow();
        try (Socket socket = new Socket(server.host(), server.port())) {
            socket.setSoTimeout(10_000);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            List<String> credentials = credentials(system);
            if (!credentials.isEmpty()) {
                call(socket, in, credentials);
            }
            var entries = new TreeMap<String, Entry>();
            for (Object key : (List<?>) call(socket, in, List.of("KEYS", "*"))) {
                Entry entry = entry(socket, in, (String) key);
                entries.put(entry.key(), entry);
            }
            return List.copyOf(entries.values());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> credentials(LocalTallybook system) {
        String given = System.getenv().getOrDefault("TALLYBOOK_REDIS_URL", "");
        if (given.isBlank()) {
            return List.of("AUTH", system.secret("redis-password"));
        }
        String user = URI.create(given).getUserInfo();
        return user == null ? List.of() : List.of("AUTH", user.substring(user.indexOf(':') + 1));
    }

    private static Entry entry(Socket socket, InputStream in, String key) throws IOException {
        String type = String.valueOf(call(socket, in, List.of("TYPE", key)));
        List<String> command = new ArrayList<>(READ.getOrDefault(type, List.of("EXISTS")));
        command.add(1, key);
        Object content = call(socket, in, command);
        return new Entry(key, key + " " + content, (Long) call(socket, in, List.of("TTL", key)));
    }

    private static Object call(Socket socket, InputStream in, List<String> command) throws IOException {
        StringBuilder request = new StringBuilder("*" + command.size() + "\r\n");
        command.forEach(word -> request.append('$')
                .append(word.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return answer(in);
    }

    private static Object answer(InputStream in) throws IOException {
        String line = line(in);
        return switch (line.charAt(0)) {
            case '+' -> line.substring(1);
            case ':' -> Long.valueOf(line.substring(1));
            case '$' -> text(in, Integer.parseInt(line.substring(1)));
            case '*' -> array(in, Integer.parseInt(line.substring(1)));
            default -> throw new IOException("Redis says " + line);
        };
    }

    private static List<Object> array(InputStream in, int size) throws IOException {
        var items = new ArrayList<Object>();
        for (int i = 0; i < size; i++) {
            items.add(answer(in));
        }
        return items;
    }

    private static String text(InputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        line(in);
        return text;
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis has hung up");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
