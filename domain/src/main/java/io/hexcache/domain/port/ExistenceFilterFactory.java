package io.hexcache.domain.port;

/** Makes existence filters. */
@FunctionalInterface
public interface ExistenceFilterFactory {

    /** A new, empty filter of this size. */
    ExistenceFilter create(FilterSize size);
}
