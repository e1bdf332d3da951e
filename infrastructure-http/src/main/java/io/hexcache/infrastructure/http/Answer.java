package io.hexcache.infrastructure.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** A response, ready to be sent. */
record Answer(int status, Map<String, String> headers, ByteBuffer body) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    /** Copies the headers; what is sent is read-only. */
    Answer {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), ByteBuffer.wrap(body));
    }

    static Answer withoutBody(int status) {
        return new Answer(status, Map.of(), ByteBuffer.allocate(0));
    }

    Answer with(String name, String value) {
        return with(Map.of(name, value));
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
