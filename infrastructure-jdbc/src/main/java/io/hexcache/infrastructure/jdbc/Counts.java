package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.port.JournalDepth;

/** How many rows there are, as a transaction changes it. */
record Counts(long pending, long dead, long newest) {

    Counts pending(long more) {
        return new Counts(pending + more, dead, newest);
    }

    Counts dead(long more) {
        return new Counts(pending, dead + more, newest);
    }

    Counts seen(long order) {
        return new Counts(pending, dead, Math.max(newest, order));
    }

    long all() {
        return pending + dead;
    }

    JournalDepth depth() {
        return new JournalDepth(pending, dead, newest);
    }
}
