package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.DrainPriority;
import io.hexcache.domain.policy.Urgency;
import io.hexcache.domain.port.JournalRecord;
import io.hexcache.domain.port.WriteBehindJournal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** What the tests of a journal need from the adapter's side. */
interface JournalUnderTest {

    /** When records die in these tests. */
    Instant DIED = Instant.parse("2026-11-20T12:00:00.123Z");

    /** Not the default, so that a journal which forgets it is seen. */
    Urgency URGENCY = new Urgency(DrainPriority.LOW, Duration.ofSeconds(5));

    /** The bound of the journals of these tests. */
    int BOUND = 1_000;

    /** An empty journal that takes so many records; called once per test, which closes it. */
    WriteBehindJournal emptyJournal(int maxRecords);

    /** The journal of this test. */
    WriteBehindJournal journal();

    /** A record whose payload says which one it is. */
    default JournalRecord record(CacheKey key, long order) {
        return new JournalRecord(key, order, URGENCY, payload(key, order));
    }

    /** The payload of that record. */
    default byte[] payload(CacheKey key, long order) {
        return (key + " in order " + order).getBytes(StandardCharsets.UTF_8);
    }
}
