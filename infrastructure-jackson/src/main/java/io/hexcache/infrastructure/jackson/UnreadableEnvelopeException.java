package io.hexcache.infrastructure.jackson;

/** Bytes that are no envelope of a known layout; never leaves the codec. */
final class UnreadableEnvelopeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableEnvelopeException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
