package io.hexcache.domain.strategy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.TtlDecision;
import io.hexcache.domain.policy.TtlOptions;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.port.Loaded;
import io.hexcache.domain.tier.ReadAnswer;
import io.hexcache.domain.tier.Standing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes entries of values as the namespace's policy and definition say. */
final class EntryMaker<V> {

    private final Supplier<NamespacePolicy> policy;
    private final Function<V, Set<Tag>> tagger;
    private final InstantSource dates;
    private final TtlDecision ttls;

    /** Entries with the times to live that are decided, the tagger's tags, and this clock's dates. */
    EntryMaker(Supplier<NamespacePolicy> policy, Function<V, Set<Tag>> tagger, InstantSource dates, TtlDecision ttls) {
        this.policy = policy;
        this.tagger = tagger;
        this.dates = dates;
        this.ttls = ttls;
    }

    /** What a loader found. */
    CacheEntry<V> make(CacheKey key, Loaded<V> loaded, ReadAnswer.Load<V> right, Duration took, TtlOptions said) {
        Provenance from = new Provenance(right.stamp(), policy.get().freshness().maxStale(), took, 0, Optional.empty());
        return switch (loaded) {
            case Loaded.Value<V>(V value, Optional<String> validator, long version) ->
                    entry(key, Optional.of(value), Set.of(), said).from(new Provenance(from.stamp(), from
                            .staleFor(), took, version, validator));
            case Loaded.Nothing<V> _ -> entry(key, Optional.empty(), Set.of(), said).from(from);
            case Loaded.Unchanged<V> _ -> {
                CacheEntry<V> known = right.previous().orElseThrow(() -> new CacheReadException("the loader of " + key
                        + " says that nothing has changed, but it was shown nothing; let it return the value"));
                yield entry(key, known.value(), known.tags(), said).from(new Provenance(from.stamp(), from
                        .staleFor(), took, known.provenance().version(), known.provenance().validator()));
            }
        };
    }

    /** What a caller writes, or that there is nothing any more. */
    CacheEntry<V> make(CacheKey key, Optional<V> value, WriteOptions options, long stamp) {
        return make(key, value, options, stamp, 0);
    }

    /** What a caller writes, in this version of it. */
    CacheEntry<V> make(CacheKey key, Optional<V> value, WriteOptions options, long stamp, long version) {
        CacheEntry<V> made = entry(key, value, options.tags(), new TtlOptions(options.ttl(), options.jitter())).from(
                new Provenance(stamp, policy.get().freshness().maxStale(), Duration.ZERO, version, Optional.empty()));
        return options.form().map(made::in).orElse(made);
    }

    /** What a caller makes of the value that stands there: no younger, and tagged as that. */
    CacheEntry<V> derive(CacheEntry<V> from, V value, Standing<V> standing) {
        WriteOptions left = WriteOptions.NONE.after(standing.ttl());
        CacheEntry<V> made = entry(from.key(), Optional.of(value), from.tags(),
                new TtlOptions(left.ttl(), left.jitter()));
        return made.from(new Provenance(Math.min(from.provenance().stamp(), standing.stamp()), policy.get().freshness()
                .maxStale(), Duration.ZERO, from.provenance().version(), Optional.empty()));
    }

    private CacheEntry<V> entry(CacheKey key, Optional<V> value, Set<Tag> moreTags, TtlOptions options) {
        Set<Tag> tags = new HashSet<>(moreTags);
        value.ifPresent(held -> tags.addAll(tagger.apply(held)));
        NamespacePolicy now = policy.get();
        TtlPolicy rules = now.ttls();
        Duration decided = value.isPresent() ? ttls.ofValue(rules, key, options)
                : ttls.ofAbsence(rules,
                        TtlOptions.NONE);
        return CacheEntry.of(key, value, decided, tags, dates.instant()).in(now.form());
    }
}
