package io.hexcache.reliability.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a service has answered.
 *
 * @param cache where a read was found; empty if it does not say
 * @param change how far a change has come; empty if it does not say
 */
record Answer(int status, String cache, String change, String body) {

    static Answer read(InputStream input) throws IOException {
        String first = line(input);
        int status = Integer.parseInt(first.substring(9, 12));
        String cache = "";
        String change = "";
        int length = 0;
        for (String header = line(input); !header.isEmpty(); header = line(input)) {
            cache = header.startsWith("X-Cache: ") ? header.substring(9) : cache;
            change = header.startsWith("X-Cache-Change: ") ? header.substring(16) : change;
            length = header.startsWith("Content-Length: ") ? Integer.parseInt(header.substring(16)) : length;
        }
        byte[] body = input.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("an answer ends in its midst");
        }
        return new Answer(status, cache, change, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("the service has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The number of this name in its JSON. */
    long number(String name) {
        int begin = body.indexOf("\"" + name + "\":") + name.length() + 3;
        int end = begin;
        while (Character.isDigit(body.charAt(end))) {
            end++;
        }
        return Long.parseLong(body, begin, end, 10);
    }
}
