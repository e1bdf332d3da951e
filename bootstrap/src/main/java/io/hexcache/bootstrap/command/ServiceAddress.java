package io.hexcache.bootstrap.command;

import java.net.URI;
import java.net.URISyntaxException;

/** Where the service is that a command asks. */
final class ServiceAddress {

    static final String DEFAULT = "http://127.0.0.1:8080";

    private ServiceAddress() {}

    static URI parse(String text) {
        try {
            URI uri = new URI(text);
            boolean isLegal = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null && uri.getRawPath().matches("/?") && uri.getRawQuery() == null;
            if (isLegal) {
                return uri;
            }
        } catch (URISyntaxException notAUri) {
            // Nothing is lost: what is said below says more.
        }
        throw new UsageException("the address of the service is not legal; write it as " + DEFAULT);
    }
}
