package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the kept files stand for, by the name of the file without its version. */
final class GoldenEntries {

    /** The value of most of them. It never changes: files of every version hold it. */
    record Person(String name, int born, Optional<Instant> seen) {}

    static final CacheKey KEY = CacheKey.parse("people:7:v0");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Person ADA = new Person("Ada", 1815, Optional.of(NOON));

    private GoldenEntries() {}

    static Map<String, CacheEntry<Person>> all() {
        Map<String, CacheEntry<Person>> all = new LinkedHashMap<>();
        all.put("first", entry(Optional.of(ADA), Set.of(new Tag("red"), new Tag("\u00e9"))).from(new Provenance(
                1_795_000_000_123_456L, Duration.ofMillis(60_001), Duration.ofNanos(7_654_000), 42, Optional.of(
                        "\"etag\u00e9\""))));
        all.put("plain", entry(Optional.of(ADA), Set.of()));
        all.put("absent", entry(Optional.empty(), Set.of()));
        all.put("tags", entry(Optional.of(ADA), manyTags()));
        all.put("validator", entry(Optional.of(ADA), Set.of(new Tag("red"))).from(new Provenance(
                1_795_000_000_123_456L, Duration.ofMillis(60_001), Duration.ofNanos(7_654_000), 42, Optional.of(
                        "\uffff".repeat(Provenance.MAX_VALIDATOR)))));
        all.put("extremes", extremes());
        return all;
    }

    /** A value that is worth compressing, in each form. */
    static Map<String, CacheEntry<Person>> inAllForms() {
        Map<String, CacheEntry<Person>> all = new LinkedHashMap<>();
        Person wordy = new Person("Ada, Countess of Lovelace. ".repeat(20), -1815, Optional.empty());
        for (ValueFormat format : ValueFormat.values()) {
            for (Compression compression : Compression.values()) {
                all.put("%s-%s".formatted(format, compression).toLowerCase(Locale.ROOT), entry(Optional.of(wordy), Set
                        .of()).in(new StoredForm(format, compression, 100)));
            }
        }
        return all;
    }

    static CacheEntry<Person> entry(Optional<Person> value, Set<Tag> tags) {
        return CacheEntry.of(KEY, value, Duration.ofMinutes(1), tags, NOON);
    }

    private static Set<Tag> manyTags() {
        Set<Tag> tags = IntStream.range(1, Tag.MAX_PER_ENTRY).mapToObj(i -> new Tag("t" + i)).collect(Collectors
                .toSet());
        tags.add(new Tag("\u00e9".repeat(64)));
        return tags;
    }

    /** Each number as large as it can be, and the longest key. */
    private static CacheEntry<Person> extremes() {
        CacheKey longest = new CacheKey(new Namespace("people"), "x".repeat(493), Integer.MAX_VALUE);
        Duration forever = Duration.ofMillis(Long.MAX_VALUE);
        Provenance from = new Provenance(Long.MAX_VALUE, forever, Duration.ofNanos(Long.MAX_VALUE).truncatedTo(
                ChronoUnit.MICROS), Long.MAX_VALUE, Optional.of(""));
        return CacheEntry.of(longest, Optional.of(ADA), forever, Set.of(), Instant.ofEpochMilli(Long.MIN_VALUE)).from(
                from);
    }
}
