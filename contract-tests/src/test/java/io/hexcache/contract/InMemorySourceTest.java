package io.hexcache.contract;

/** The right source passes the suite, so that what the suite says of the others is about their fault. */
final class InMemorySourceTest extends InMemorySourceSuite {

    InMemorySourceTest() {
        super(new InMemorySource());
    }
}
