package io.hexcache.bootstrap.client;

/** There is no service that answers; the message says where none does, and what to do. */
public final class ServiceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceFailure(String message, Throwable cause) {
        super(message, cause);
    }

    ServiceFailure(String message) {
        super(message);
    }
}
