package io.hexcache.bootstrap.command;

/** What was typed is not a command; the message says what is wrong with it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
