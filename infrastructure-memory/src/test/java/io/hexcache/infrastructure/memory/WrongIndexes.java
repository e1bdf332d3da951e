package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tag indexes with one mistake each. */
final class WrongIndexes {

    private WrongIndexes() {}

    static TagIndex right(Ticker ticker) {
        return new MemoryAdapters(ticker, InstantSource.system(), MemorySettings.DEFAULT).tagIndex();
    }

    static TagIndex thatDropsTheTtl(Ticker ticker) {
        return new DelegatingIndex(right(ticker)) {
            @Override
            public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
                right.add(tags, key, Duration.ofDays(3_650));
            }
        };
    }

    static TagIndex thatListsUnderOneTagOnly(Ticker ticker) {
        return new DelegatingIndex(right(ticker)) {
            @Override
            public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
                right.add(tags.stream().sorted().limit(1).collect(Collectors.toSet()), key, ttl);
            }
        };
    }

    /**
     * The key lives for the last time that was given, though an entry may still be there that was given a longer one.
     */
    static TagIndex thatShortensLives(Ticker ticker) {
        return new DelegatingIndex(right(ticker)) {
            @Override
            public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
                for (Tag tag : tags) {
                    right.removeUnchanged(tag, marked(tag, key));
                }
                right.add(tags, key, ttl);
            }

            private List<TagMember> marked(Tag tag, CacheKey key) {
                return right.members(tag, Integer.MAX_VALUE).stream().filter(member -> member.key().equals(key))
                        .toList();
            }
        };
    }

    static TagIndex thatTakesOffWhateverTheMark(Ticker ticker) {
        return new DelegatingIndex(right(ticker)) {
            @Override
            public void removeUnchanged(Tag tag, Collection<TagMember> members) {
                Set<CacheKey> keys = members.stream().map(TagMember::key).collect(Collectors.toSet());
                right.removeUnchanged(tag, right.members(tag, Integer.MAX_VALUE).stream()
                        .filter(member -> keys.contains(member.key())).toList());
            }
        };
    }

    /** Compares the marks first and takes off later. */
    static TagIndex thatIsNotAtomic(Ticker ticker) {
        Gap gap = new Gap();
        return new DelegatingIndex(right(ticker)) {
            @Override
            public void removeUnchanged(Tag tag, Collection<TagMember> members) {
                List<TagMember> listed = right.members(tag, Integer.MAX_VALUE);
                Set<CacheKey> unchanged = members.stream().filter(listed::contains).map(TagMember::key)
                        .collect(Collectors.toSet());
                gap.open();
                right.removeUnchanged(tag, right.members(tag, Integer.MAX_VALUE).stream()
                        .filter(member -> unchanged.contains(member.key())).toList());
            }
        };
    }

    static TagIndex thatListsByName(Ticker ticker) {
        return new DelegatingIndex(right(ticker)) {
            @Override
            public List<TagMember> members(Tag tag, int limit) {
                return right.members(tag, Integer.MAX_VALUE).stream()
                        .sorted(Comparator.comparing(member -> member.key().render())).limit(limit).toList();
            }
        };
    }
}
