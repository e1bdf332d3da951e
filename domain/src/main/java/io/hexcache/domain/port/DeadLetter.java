package io.hexcache.domain.port;

import java.time.Instant;

/**
 * A record that the source of truth would not take, set aside so that it blocks nobody.
 *
 * @param id names it in its journal; never used again
 * @param reason what the source said, or why the record cannot be read
 * @param overtaken whether a later write of the key has reached the source since, so that applying this one would
 *            bring an older value back
 */
public record DeadLetter(long id, JournalRecord record, String reason, Instant diedAt, boolean overtaken) {}
