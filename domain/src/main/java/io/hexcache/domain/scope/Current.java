package io.hexcache.domain.scope;

/** The scope of each thread. */
final class Current {

    static final ScopedValue<ReadScope> SCOPE = ScopedValue.newInstance();

    private Current() {}
}
