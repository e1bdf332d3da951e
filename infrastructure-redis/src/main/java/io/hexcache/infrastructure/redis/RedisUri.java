package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server is and who asks: {@code redis://[user:password@]host[:port][/database]}. Characters of a user or a
 * password that mean something in a URI are written as {@code %} and two hexadecimal digits.
 *
 * @param user empty for the default user
 * @param password empty for a server that asks for none; never shown by {@link #toString()}
 * @param database 0 or more
 */
public record RedisUri(String host, int port, String user, String password, int database) {

    private static final int DEFAULT_PORT = 6379;
    private static final Pattern DATABASE = Pattern.compile("/?|/([0-9]{1,5})");

    /** Reads the text; throws {@link CacheConfigurationException} with the part that is not legal, without secrets. */
    public static RedisUri parse(String text) {
        URI uri = uri(text);
        if (!"redis".equals(uri.getScheme())) {
            throw illegal(text, "it must begin with redis:// (TLS is not supported yet)");
        }
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw illegal(text, "a host and nothing behind the database is needed");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw illegal(text, "the port must be between 1 and 65535");
        }
        Matcher path = DATABASE.matcher(uri.getRawPath());
        if (!path.matches()) {
            throw illegal(text, "behind the '/' only the number of a database may stand");
        }
        String info = uri.getUserInfo() == null ? ":" : uri.getUserInfo();
        if (info.indexOf(':') < 0 || (info.indexOf(':') == info.length() - 1 && info.length() > 1)) {
            throw illegal(text, "before the '@' stands user:password, or :password for the default user");
        }
        int colon = info.indexOf(':');
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        int database = path.group(1) == null ? 0 : Integer.parseInt(path.group(1));
        return new RedisUri(host, port, info.substring(0, colon), info.substring(colon + 1), database);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAUri) {
            // Its message quotes the whole text, password included, so it goes no further.
            throw illegal(text, "character %d is not legal there; write it as %%XX".formatted(notAUri.getIndex() + 1));
        }
    }

    private static CacheConfigurationException illegal(String text, String reason) {
        return new CacheConfigurationException(
                "redis address '%s' is not legal: %s; write redis://[user:password@]host:port[/database]"
                        .formatted(text.replaceAll("//.*@", "//***@"), reason));
    }

    /** The node, as messages name it. */
    String node() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** The address as it is written, with {@code ***} for the credentials. */
    @Override
    public String toString() {
        return "redis://" + (password.isEmpty() ? "" : "***@") + node() + (database == 0 ? "" : "/" + database);
    }
}
