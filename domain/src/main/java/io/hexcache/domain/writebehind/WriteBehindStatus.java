package io.hexcache.domain.writebehind;

import io.hexcache.domain.port.JournalState;

/**
 * How much waits for the sources.
 *
 * @param journaled writes that a crash does not lose
 * @param onlyInMemory writes that a crash loses, as their callers have chosen
 * @param dead writes that were set aside
 */
public record WriteBehindStatus(JournalState journal, long journaled, long onlyInMemory, long dead) {

    /** All that wait. */
    public long pending() {
        return journaled + onlyInMemory;
    }
}
