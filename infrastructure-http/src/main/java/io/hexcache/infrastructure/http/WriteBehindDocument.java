package io.hexcache.infrastructure.http;

import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.port.JournalState;
import io.hexcache.domain.writebehind.WriteBehindStatus;
import java.util.Optional;

/**
 * How many writes wait for their sources, as JSON.
 *
 * @param reason why the journal takes nothing; empty while it does
 * @param drained whether all that a flush was to write is written
 */
record WriteBehindDocument(String journal, Optional<String> reason, long pending, long journaled, long onlyInMemory,
        long dead, boolean drained) {

    static WriteBehindDocument of(ManagementResult.WritesBehind behind) {
        WriteBehindStatus status = behind.status();
        return new WriteBehindDocument(name(status.journal()), reason(status.journal()), status.pending(), status
                .journaled(), status.onlyInMemory(), status.dead(), behind.drained());
    }

    private static String name(JournalState state) {
        return switch (state) {
            case JournalState.Open _ -> "open";
            case JournalState.Broken _ -> "broken";
            case JournalState.Closed _ -> "closed";
        };
    }

    private static Optional<String> reason(JournalState state) {
        return state instanceof JournalState.Broken(String why) ? Optional.of(why) : Optional.empty();
    }
}
