package io.hexcache.infrastructure.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Keeps pages of other sites out. A browser on this machine reaches the service too, with whatever page it shows: a
 * page that had its own name point to 127.0.0.1 (DNS rebinding) gives itself away by {@code Host}, any other by {@code
 * Origin}.
 */
final class CallerCheck {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(:[0-9]{1,5})?");

    private CallerCheck() {}

    /** Throws a refusal: 400 without a host, 421 for a host that is not this machine, 403 for a foreign origin. */
    static void check(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || host.isEmpty()) {
            throw new RequestRefused(400, "the Host header is missing");
        }
        Matcher authority = AUTHORITY.matcher(host);
        if (!authority.matches() || !LoopbackName.isOne(authority.group(1))) {
            throw new RequestRefused(421,
                    "this service answers to localhost and loopback addresses only, not to the name "
                            + "in the Host header");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !origin.toLowerCase(Locale.ROOT).equals("http://" + host.toLowerCase(Locale.ROOT))) {
            throw new RequestRefused(403, "pages of another origin may not use this service");
        }
    }
}
