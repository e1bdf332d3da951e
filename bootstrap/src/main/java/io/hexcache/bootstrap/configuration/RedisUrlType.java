package io.hexcache.bootstrap.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where Redis is, or nothing for the embedded store. It can hold a password, so it is never shown. */
record RedisUrlType() implements ValueType<Optional<URI>> {

    private static final int MAX_PORT = 65_535;
    private static final Pattern PATH = Pattern.compile("|/|/[0-9]{1,5}");

    @Override
    public Optional<Optional<URI>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            URI uri = new URI(text);
            return isLegal(uri) ? Optional.of(Optional.of(uri)) : Optional.empty();
        } catch (URISyntaxException notAUri) {
            // Not lost: the caller reports what is legal. The exception itself would show the password.
            return Optional.empty();
        }
    }

    private static boolean isLegal(URI uri) {
        return "redis".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() <= MAX_PORT && uri
                .getPort() != 0 && PATH.matcher(uri.getPath()).matches() && uri.getQuery() == null && uri
                        .getFragment() == null;
    }

    @Override
    public String legal() {
        return "empty, for the embedded store, or redis://user:password@host:port/database with all but the host"
                + " optional and reserved characters of the password percent-encoded; in a file, put it in quotes";
    }

    @Override
    public String shown(String text) {
        return "not legal, and not shown, since it may hold a password";
    }
}
