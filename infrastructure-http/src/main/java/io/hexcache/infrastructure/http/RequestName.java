package io.hexcache.infrastructure.http;

import org.eclipse.jetty.server.Request;

/** How a request is called in the log: method and path as they were sent, without the query, shortened. */
final class RequestName {

    private static final int SHOWN = 200;

    private RequestName() {}

    static String of(Request request) {
        String name = request.getMethod() + " " + request.getHttpURI().getPath();
        return name.substring(0, Math.min(SHOWN, name.length())).replaceAll("[^\\x21-\\x7e ]", "?");
    }
}
