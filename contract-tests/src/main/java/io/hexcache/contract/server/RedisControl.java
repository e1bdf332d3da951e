package io.hexcache.contract.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.SafeEncoder;

/** The fixture's own line to a server: a connection for each command, so that nothing breaks with the server. */
final class RedisControl {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final URI uri;
    private final AtomicLong ownCommands = new AtomicLong();

    RedisControl(String uri) {
        this.uri = URI.create(uri);
    }

    String host() {
        return uri.getHost();
    }

    int port() {
        return uri.getPort() < 0 ? 6379 : uri.getPort();
    }

    String uri() {
        return uri.toString();
    }

    Object execute(String name, String... arguments) {
        CommandArguments command = new CommandArguments(() -> name.getBytes(StandardCharsets.UTF_8));
        for (String argument : arguments) {
            command.add(argument);
        }
        try (Connection connection = new Connection(new HostAndPort(host(), port()), config())) {
            ownCommands.incrementAndGet(); // HELLO, with which every connection begins
            return text(SafeEncoder.encodeObject(connection.executeCommand(command)));
        }
    }

    boolean answers() {
        try {
            boolean pong = execute("PING").equals("PONG");
            ownCommands.incrementAndGet();
            return pong;
        } catch (JedisException notYet) {
            return false;
        }
    }

    private DefaultJedisClientConfig config() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder().resp2()
                .timeoutMillis(TIMEOUT_MILLIS).clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        Optional.ofNullable(uri.getUserInfo()).map(info -> info.split(":", 2)).ifPresent(credentials -> config
                .user(credentials[0].isEmpty() ? null : credentials[0]).password(credentials[1]));
        if (uri.getPath() != null && uri.getPath().length() > 1) {
            ownCommands.incrementAndGet();
            config.database(Integer.parseInt(uri.getPath().substring(1)));
        }
        return config.build();
    }

    private static Object text(@Nullable Object reply) {
        return switch (reply) {
            case null -> "";
            case List<?> items -> items.stream().map(RedisControl::text).toList();
            default -> reply;
        };
    }

    /** One section of INFO, field by field. */
    Map<String, String> info(String section) {
        Object reply = execute("INFO", section);
        ownCommands.incrementAndGet();
        return reply.toString().lines().filter(line -> line.contains(":"))
                .collect(Collectors.toMap(line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1)));
    }

    Map<String, Long> commandCounts() {
        return info("commandstats").entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().substring("cmdstat_".length()),
                        entry -> Long.parseLong(entry.getValue().split("[=,]", 3)[1])));
    }

    /** The server counts a command when it is done, so this INFO is not in its own reply. */
    long commandsExecuted() {
        long total = Long.parseLong(info("stats").getOrDefault("total_commands_processed", "0"));
        return total - ownCommands.get() + 1;
    }
}
