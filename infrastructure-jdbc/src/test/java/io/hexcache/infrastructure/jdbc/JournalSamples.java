package io.hexcache.infrastructure.jdbc;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Records that tests write, and what a journal holds of them. */
final class JournalSamples {

    private JournalSamples() {}

    static CacheKey key(String identifier) {
        return new CacheKey(new Namespace("rows"), identifier, 0);
    }

    static JournalRecord record(String identifier, long order) {
        return new JournalRecord(key(identifier), order, Urgency.NORMAL, payload(identifier, order));
    }

    static byte[] payload(String identifier, long order) {
        return (identifier + "=" + order).getBytes(StandardCharsets.UTF_8);
    }

    /** The orders of what waits, by identifier. A record that is not whole is an error. */
    static Map<String, Long> waiting(WriteBehindJournal journal) {
        Map<String, Long> orders = new TreeMap<>();
        journal.oldest(1_000_000).forEach(key -> {
            JournalRecord record = journal.find(key).orElseThrow();
            if (!new String(record.payload(), StandardCharsets.UTF_8).equals(key.identifier() + "=" + record.order())) {
                throw new AssertionError("the record of " + key + " is not what was written");
            }
            orders.put(key.identifier(), record.order());
        });
        return orders;
    }
}
