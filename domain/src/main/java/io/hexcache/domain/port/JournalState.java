package io.hexcache.domain.port;

/** Whether a journal takes records. */
public sealed interface JournalState {

    /** It does. */
    record Open() implements JournalState {}

    /** A write to its disk has failed, and it takes nothing until it has been reopened. */
    record Broken(String reason) implements JournalState {}

    /** It was closed, for good. */
    record Closed() implements JournalState {}
}
