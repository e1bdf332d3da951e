package io.hexcache.reliability.load;

/** A request of HTTP/1.1 (RFC 9112), in ASCII. */
final class Request {

    private Request() {}

    static String text(String method, String path, String body) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        return body.isEmpty() ? head + "\r\n"
                : head + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
