package io.hexcache.infrastructure.http;

import io.hexcache.domain.port.DeadLetter;
import java.time.Instant;

/** A write that its source would not take, as JSON; its value stays in the journal. */
record DeadLetterDocument(long id, String key, String reason, Instant diedAt, boolean overtaken, int bytes) {

    static DeadLetterDocument of(DeadLetter letter) {
        return new DeadLetterDocument(letter.id(), letter.record().key().render(), letter.reason(), letter.diedAt(),
                letter.overtaken(), letter.record().payload().length);
    }
}
