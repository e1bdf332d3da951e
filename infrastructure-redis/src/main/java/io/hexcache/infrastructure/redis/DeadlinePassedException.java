package io.hexcache.infrastructure.redis;

/** The watch has closed a connection in use, since its deadline had passed. */
final class DeadlinePassedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeadlinePassedException(Throwable broken) {
        super("the deadline passed", broken);
    }
}
