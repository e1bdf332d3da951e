package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries and values of all sorts, the odd ones often. */
final class RandomValues {

    static final CacheKey KEY = CacheKey.parse("random:\u00e4:v3");

    private static final List<String> ODD_TEXTS = List.of("", "null", "\0", "\"\\", "\u00e4", "\uffff", "\ud83d\ude00",
            "x".repeat(31), "x".repeat(32), "\u00e4".repeat(128), "y".repeat(255), "z".repeat(256), "-".repeat(70_000));
    private static final List<Long> ODD_NUMBERS = List.of(0L, -1L, -32L, -33L, 127L, 128L, 255L, 256L, -128L, -129L,
            32_767L, 32_768L, 65_535L, 65_536L, -32_768L, -32_769L, (long) Integer.MAX_VALUE, Integer.MAX_VALUE + 1L,
            (long) Integer.MIN_VALUE, Integer.MIN_VALUE - 1L, 0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE,
            Long.MIN_VALUE);

    enum Colour {
        RED, GREEN {
            @Override
            public String toString() {
                return "not its name";
            }
        }
    }

    /** A field of each sort that values have; arrays are left out, since records do not compare what is in them. */
    record Everything(@Nullable String text, int number, @Nullable Long large, short small, double ratio, float single,
            boolean flag, char letter, @Nullable BigInteger huge, @Nullable BigDecimal exact, List<String> texts,
            Map<String, Integer> counts, Optional<String> maybe, OptionalInt maybeNumber, @Nullable Colour colour,
            Instant at, Duration took, UUID id, @Nullable Everything inner, Object tree) {}

    private final RandomGenerator random;

    RandomValues(RandomGenerator random) {
        this.random = random;
    }

    CacheEntry<Everything> entry() {
        Set<Tag> tags = random.ints(random.nextInt(4), 0, 100).mapToObj(i -> new Tag("t" + i)).collect(Collectors
                .toSet());
        Provenance from = new Provenance(random.nextLong(Long.MAX_VALUE), Duration.ofMillis(random.nextInt(1 << 20)),
                Duration.of(random.nextInt(1 << 20), ChronoUnit.MICROS), random.nextLong(
                        Long.MAX_VALUE),
                random.nextBoolean() ? Optional.empty() : Optional.of("etag"));
        Optional<Everything> value = random.nextInt(10) == 0 ? Optional.empty() : Optional.of(everything(3));
        return CacheEntry.of(KEY, value, Duration.ofMillis(random.nextLong(1, 1L << 40)), tags, Instant.ofEpochMilli(
                random.nextLong(1L << 42))).from(from).in(form());
    }

    StoredForm form() {
        return new StoredForm(one(List.of(ValueFormat.values())), one(List.of(Compression.values())), random.nextInt(
                2_000));
    }

    Everything everything(int depth) {
        return new Everything(random.nextInt(5) == 0 ? null : text(), (int) whole(), random.nextInt(5) == 0 ? null
                : whole(), (short) whole(),
                one(List.of(random.nextGaussian(), Double.MIN_VALUE, Double.MAX_VALUE,
                        -0.0)),
                one(List.of((float) random.nextGaussian(), Float.MIN_VALUE, Float.MAX_VALUE)), random
                        .nextBoolean(),
                (char) random.nextInt(0x20, 0xd800), random.nextInt(5) == 0 ? null : huge(), random
                        .nextInt(5) == 0 ? null : exact(),
                list(depth), counts(), Optional.of(text()), OptionalInt.of((int) whole()),
                random.nextInt(3) == 0 ? null : one(List.of(Colour.values())), Instant.ofEpochSecond(random.nextLong(
                        1L << 33), random.nextInt(1_000_000_000)),
                Duration.ofNanos(random.nextLong(1L << 50)), new UUID(
                        random.nextLong(), random.nextLong()),
                depth == 0 || random.nextBoolean() ? null
                        : everything(
                                depth - 1),
                tree(depth));
    }

    private List<String> list(int depth) {
        List<String> texts = new ArrayList<>();
        for (int left = random.nextInt(random.nextInt(20) == 0 ? 300 : 4); left > 0; left--) {
            texts.add(depth + "-" + left);
        }
        return texts;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int left = random.nextInt(random.nextInt(20) == 0 ? 300 : 4); left > 0; left--) {
            counts.put("k" + left, (int) whole());
        }
        return counts;
    }

    /** As Jackson makes it of a document. */
    Object tree(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> text();
            case 1 -> shortest(whole());
            case 2 -> random.nextBoolean();
            case 3 -> shortest(huge());
            case 4 -> exact();
            case 5 -> "";
            case 6 -> {
                List<Object> items = new ArrayList<>();
                for (int left = random.nextInt(20); left > 0; left--) {
                    items.add(tree(depth - 1));
                }
                yield items;
            }
            default -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (int left = random.nextInt(20); left > 0; left--) {
                    fields.put(left + text(), tree(depth - 1));
                }
                yield fields;
            }
        };
    }

    private static Object shortest(long number) {
        return (int) number == number ? (Object) (int) number : (Object) number;
    }

    private static Object shortest(BigInteger number) {
        return number.bitLength() < Long.SIZE ? shortest(number.longValue()) : number;
    }

    String text() {
        return random.nextInt(40) == 0 ? one(ODD_TEXTS)
                : random.nextInt(4) == 0 ? one(ODD_TEXTS.subList(0, 9))
                        : Integer.toString(random.nextInt(1 << 20), 36);
    }

    long whole() {
        return random.nextBoolean() ? one(ODD_NUMBERS) : random.nextLong();
    }

    BigInteger huge() {
        return new BigInteger(random.nextInt(1, 1_000), new Random(random.nextLong())).subtract(BigInteger.ONE
                .shiftLeft(random.nextInt(900)));
    }

    BigDecimal exact() {
        return new BigDecimal(huge(), random.nextInt(1, 400));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
