package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Selections of every kind, with names that are hard to carry, and as large as they may be. */
final class SelectionSamples {

    private SelectionSamples() {}

    static Stream<KeySelection> all() {
        Set<CacheKey> odd = Samples.oddIdentifiers().map(Samples::key).collect(Collectors.toSet());
        odd.add(new CacheKey(new Namespace("a.b-c"), "1", Integer.MAX_VALUE));
        Set<Tag> tags = Samples.oddIdentifiers().filter(name -> Samples.bytes(name).length <= 128).map(Tag::new)
                .collect(Collectors.toSet());
        Stream<KeySelection> patterns = GlobTable.cases().map(GlobCase::pattern).distinct().map(KeyPattern::of)
                .map(KeySelection.Matching::new);
        Stream<KeySelection> prefixes = Samples.oddIdentifiers().map(KeySelection.StartingWith::new);
        Stream<KeySelection> others = Stream.of(new KeySelection.Keys(odd), KeySelection.Keys.of(Samples.key("a")),
                new KeySelection.Tagged(tags), new KeySelection.Tagged(Set.of(new Tag("keys"))),
                new KeySelection.Cleared(new Namespace("a.b-c")), new KeySelection.Cleared(new Namespace("all")),
                new KeySelection.Everything(), new KeySelection.Within(new Namespace("a.b-c")),
                new KeySelection.Within(new Namespace("tags")),
                new KeySelection.Tagged(IntStream.range(0, KeySelection.Tagged.MAX_TAGS)
                        .mapToObj(i -> new Tag("tag-" + i)).collect(Collectors.toSet())),
                new KeySelection.Keys(Set.copyOf(Samples.keys(KeySelection.Keys.MAX_KEYS))));
        return Stream.of(others, patterns, prefixes).flatMap(part -> part);
    }
}
