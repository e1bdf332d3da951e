package io.hexcache.domain.warming;

import java.util.stream.Stream;

/** Says which keys a plan warms. Asked at the beginning of each run; what it throws ends that run. */
@FunctionalInterface
public interface KeySource {

    /** Identifiers of the plan's namespace, read once, in the order in which they are to be warmed, and then closed. */
    Stream<String> identifiers();
}
