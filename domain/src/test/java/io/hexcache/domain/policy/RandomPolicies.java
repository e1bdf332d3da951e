package io.hexcache.domain.policy;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.KeyPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Legal values of policies, any of which goes with any other. */
final class RandomPolicies {

    private final RandomGenerator random;

    RandomPolicies(RandomGenerator random) {
        this.random = random;
    }

    /** Each field is said with this probability. */
    PolicyValues values(double share) {
        PolicyValues values = PolicyValues.NONE;
        for (PolicyField<?> field : PolicyField.ALL) {
            values = random.nextDouble() < share ? with(values, field) : values;
        }
        return values;
    }

    private PolicyValues with(PolicyValues values, PolicyField<?> field) {
        return switch (field.path()) {
            case "ttl" -> values.with(PolicyField.TTL, ttl());
            case "absent-ttl" -> values.with(PolicyField.ABSENT_TTL, ttl());
            case "jitter" -> values.with(PolicyField.JITTER, jitter());
            case "sliding" -> values.with(PolicyField.SLIDING, random.nextBoolean());
            case "ttl-rules" -> values.with(PolicyField.TTL_RULES, rules());
            case "adaptive-ttl" -> values.with(PolicyField.ADAPTIVE_TTL, adaptive());
            case "l1.max-entries" -> values.with(PolicyField.L1_MAX_ENTRIES, random.nextLong(1_000_000));
            case "l1.max-bytes" -> values.with(PolicyField.L1_MAX_BYTES, random.nextLong(1 << 20, 1L << 36));
            case "l1.max-item-bytes" -> values.with(PolicyField.L1_MAX_ITEM_BYTES, random.nextInt(1, 1 << 20));
            case "l1.ttl" -> values.with(PolicyField.L1_TTL, ttl());
            case "l1.admission" -> values.with(PolicyField.L1_ADMISSION, one(AdmissionMode.values()));
            case "refresh" -> values.with(PolicyField.REFRESH, refresh());
            case "max-stale" -> values.with(PolicyField.MAX_STALE, ttl());
            case "soft-timeout" -> values.with(PolicyField.SOFT_TIMEOUT, Duration.ofMillis(random.nextInt(1, 10_000)));
            case "hard-timeout" ->
                    values.with(PolicyField.HARD_TIMEOUT, Duration.ofMillis(random.nextInt(1, 10_000)));
            case "when-away" -> values.with(PolicyField.WHEN_AWAY, one(LoadPolicy.WhenAway.values()));
            case "format" -> values.with(PolicyField.FORMAT, one(ValueFormat.values()));
            case "compression" -> values.with(PolicyField.COMPRESSION, one(Compression.values()));
            case "compress-above" -> values.with(PolicyField.COMPRESS_ABOVE, random.nextInt(1 << 20));
            case "durability" -> values.with(PolicyField.DURABILITY, one(Durability.values()));
            default -> throw new AssertionError("no values for " + field);
        };
    }

    /** From the shortest to the longest, each power of ten as likely as another. */
    Duration ttl() {
        return Duration.ofMillis((long) Math.pow((double) TtlBounds.LONGEST.toMillis(), random.nextDouble()));
    }

    Jitter jitter() {
        return new Jitter(random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble());
    }

    TtlRules rules() {
        return new TtlRules(random.ints(random.nextInt(4), 0, 10).mapToObj(digit -> new TtlRules.Rule(KeyPattern.of(
                "*" + digit), ttl())).toList());
    }

    Optional<AdaptiveTtl> adaptive() {
        return random.nextBoolean() ? Optional.of(AdaptiveTtl.DEFAULT) : Optional.empty();
    }

    private RefreshMode refresh() {
        return List.of(new RefreshMode.None(), new RefreshMode.Ahead(random.nextDouble(0.01, 0.99)),
                new RefreshMode.Probabilistic(new XFetch(random.nextDouble(0.01, 100)))).get(random.nextInt(3));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
