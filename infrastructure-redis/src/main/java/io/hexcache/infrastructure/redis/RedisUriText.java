package io.hexcache.infrastructure.redis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the text of a {@link RedisUri} apart. The errors quote nothing of it: any part may be a lost password. */
final class RedisUriText {

    /** Says which part is not legal. */
    static final class IllegalPart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        IllegalPart(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private static final int PORT = 6_379;
    private static final int SENTINEL_PORT = 26_379;
    private static final int LARGEST_PORT = 65_535;

    private static final Pattern PARTS = Pattern
            .compile("(redis)(s?)(|-sentinel|-cluster)://([^/?]*)(/[^?]*)?(?:\\?(.*))?");
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\s\"<>\\\\^`{|}#]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern HOST = Pattern.compile(
            "([A-Za-z0-9](?:[A-Za-z0-9.-]*)|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final Pattern DATABASE = Pattern.compile("/?|/([0-9]{1,5})");
    private static final Pattern NAME_AND_DATABASE = Pattern.compile("/([A-Za-z0-9._-]+)(/?|/([0-9]{1,5}))");

    private final String text;

    RedisUriText(String text) {
        this.text = text;
    }

    /** The text without what may be secret in it: what stands before a host, where a port should be, in options. */
    static String masked(String text) {
        return text.replaceFirst("^([a-z-]+://)?.*@", "$1***@").replaceAll(
                ":(?!//)(?!\\*)(?![0-9]{1,5}(?:[,/?]|$))[^,/?]*",
                ":***").replaceAll("=[^&]*", "=***").replaceAll("\\p{Cntrl}", "?");
    }

    RedisUri read() {
        Matcher odd = ODD.matcher(text);
        if (odd.find()) {
            throw new IllegalPart("character %d is not legal there; write it as %%XX".formatted(odd.start() + 1));
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalPart("it begins with none of the schemes redis, redis-sentinel, redis-cluster,"
                    + " rediss, rediss-sentinel, rediss-cluster");
        }
        if (parts.group(4).indexOf('@') < 0 && text.indexOf('@') >= 0) {
            throw new IllegalPart("user and password end at the first '/' or '?'; write these as %2F and %3F");
        }
        RedisUriOptions options = RedisUriOptions.of(parts.group(6) == null ? "" : parts.group(6));
        String path = parts.group(5) == null ? "" : parts.group(5);
        boolean sentinel = parts.group(3).equals("-sentinel");
        List<RedisAddress> hosts = hosts(parts.group(4), sentinel ? SENTINEL_PORT : PORT);
        RedisTls tls = options.tls(!parts.group(2).isEmpty());
        RedisCredentials credentials = credentials(parts.group(4));
        if (sentinel) {
            return sentinel(hosts, path, credentials, tls, options.sentinels());
        }
        options.refuseSentinels();
        return parts.group(3).isEmpty()
                ? standalone(hosts, path, credentials, tls)
                : cluster(hosts, path, credentials, tls);
    }

    private static RedisUri cluster(List<RedisAddress> hosts, String path, RedisCredentials credentials,
            RedisTls tls) {
        if (path.length() > 1) {
            throw new IllegalPart("a cluster has one database, so that nothing may stand behind the hosts");
        }
        return new RedisUri(new RedisTopology.Cluster(hosts), credentials, 0, tls);
    }

    private static RedisUri standalone(List<RedisAddress> hosts, String path, RedisCredentials credentials,
            RedisTls tls) {
        if (hosts.size() > 1) {
            throw new IllegalPart("redis:// names one host; several are for redis-sentinel:// and redis-cluster://");
        }
        Matcher database = DATABASE.matcher(path);
        if (!database.matches()) {
            throw new IllegalPart("behind the '/' only the number of a database may stand");
        }
        return new RedisUri(new RedisTopology.Standalone(hosts.getFirst()), credentials, number(database.group(1)),
                tls);
    }

    private static RedisUri sentinel(List<RedisAddress> hosts, String path, RedisCredentials credentials, RedisTls tls,
            RedisCredentials ofSentinels) {
        Matcher name = NAME_AND_DATABASE.matcher(path);
        if (!name.matches()) {
            throw new IllegalPart("behind the hosts stand '/', the name that the sentinels give the primary (letters,"
                    + " digits, '.', '-', '_'), and perhaps '/' and the number of a database");
        }
        return new RedisUri(new RedisTopology.Sentinel(hosts, name.group(1), ofSentinels), credentials,
                number(name.group(3)), tls);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static RedisCredentials credentials(String authority) {
        int at = authority.indexOf('@');
        if (at < 0) {
            return RedisCredentials.NONE;
        }
        int colon = authority.indexOf(':');
        if (colon < 0 || colon >= at - 1) {
            throw new IllegalPart("before the '@' stands user:password, or :password for the default user");
        }
        return new RedisCredentials(decoded(authority.substring(0, colon)), decoded(authority.substring(colon + 1,
                at)));
    }

    /** The plus sign is one here, unlike in a form. */
    static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static List<RedisAddress> hosts(String authority, int defaultPort) {
        String hosts = authority.substring(authority.indexOf('@') + 1);
        if (hosts.indexOf('@') >= 0) {
            throw new IllegalPart("a '@' in user or password is written %40");
        }
        return Arrays.stream(hosts.split(",", -1)).map(host -> address(host, defaultPort)).distinct().toList();
    }

    private static RedisAddress address(String text, int defaultPort) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            throw new IllegalPart("each host is a name of letters, digits, '-' and '.', or an IP address, IPv6 in"
                    + " brackets, with ':' and a port behind it or none");
        }
        int port = host.group(2) == null ? defaultPort : Integer.parseInt(host.group(2));
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalPart("the port must be between 1 and 65535");
        }
        return new RedisAddress(host.group(1).replaceAll("[\\[\\]]", ""), port);
    }
}
