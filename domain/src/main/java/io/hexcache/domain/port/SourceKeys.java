package io.hexcache.domain.port;

import java.util.stream.Stream;

/**
 * What exists at a source of truth, listed. Its exceptions are its own, when it is asked and while the stream is read.
 */
@FunctionalInterface
public interface SourceKeys {

    /**
     * The identifiers under which the source holds something, in any order, perhaps some of them twice. Whatever the
     * source holds from this call until the end of the stream is in it; what is created or deleted meanwhile may be.
     *
     * @return read once, in the thread of the caller, who closes it; it should be lazy, since a source can hold more
     *         than the memory does
     */
    Stream<String> identifiers();
}
