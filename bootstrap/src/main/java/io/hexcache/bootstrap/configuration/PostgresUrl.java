package io.hexcache.bootstrap.configuration;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database on PostgreSQL.
 *
 * @param address {@code jdbc:postgresql://host:port/database}; can be shown
 * @param parameters of the driver, decoded, such as {@code user} and {@code password}; never shown
 */
public record PostgresUrl(String address, Map<String, String> parameters) {

    static final String FORM = "jdbc:postgresql://host:port/database?user=...&password=..., with reserved characters"
            + " percent-encoded";

    private static final Pattern URL = Pattern.compile(
            "(jdbc:postgresql://[^?@/\\s]+/[^?@/\\s]+)(?:\\?([^=&\\s]+=[^&\\s]*(?:&[^=&\\s]+=[^&\\s]*)*))?");

    /** Copies the parameters. */
    public PostgresUrl {
        parameters = Map.copyOf(parameters);
    }

    /** Whether it is meant to be one, and nothing of it may be shown before it has been read. */
    static boolean isMeant(String text) {
        return text.startsWith("jdbc:") || text.contains("://");
    }

    /** The URL, or nothing if it is not legal. */
    static Optional<PostgresUrl> parse(String text) {
        Matcher parts = URL.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostgresUrl(parts.group(1), parameters(Optional.ofNullable(parts.group(2)).orElse(
                    ""))));
        } catch (IllegalArgumentException notEncoded) {
            // Not lost: the caller reports what is legal.
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        Arrays.stream(query.split("&", -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        });
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without the parameters. */
    @Override
    public String toString() {
        return address;
    }
}
