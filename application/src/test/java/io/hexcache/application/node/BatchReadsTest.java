package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.port.BulkSource;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.infrastructure.jackson.JacksonValueCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchReadsTest {

    private static final CacheDefinition<String> WORDS = CacheDefinition.of("words", String.class);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> words = node.caches.declare(WORDS);
    private final List<Set<String>> asked = new ArrayList<>();

    private Map<String, String> load(Set<String> identifiers) {
        asked.add(Set.copyOf(identifiers));
        return identifiers.stream().collect(Collectors.toMap(Function.identity(), id -> "loaded " + id));
    }

    private static Tier tier(Lookup<String> lookup) {
        return ((Lookup.Hit<String>) lookup).tier();
    }

    private static List<String> values(Map<String, Lookup<String>> found) {
        return found.values().stream().map(lookup -> lookup.value().orElse("none")).toList();
    }

    @Test
    void getAllOrLoad_ofMissingKeys_loadsThemInOneCallAndHitsL1FromThenOn() {
        int before = node.store.calls();
        assertThat(values(words.getAllOrLoad(List.of("c", "a", "b"), this::load))).containsExactly("loaded c",
                "loaded a", "loaded b");
        assertThat(asked).containsExactly(Set.of("a", "b", "c"));
        assertThat(node.store.calls() - before).as("one fetch, one fill").isEqualTo(2);
        Map<String, Lookup<String>> again = words.getAllOrLoad(List.of("a", "b", "c"), this::load);
        assertThat(again.values()).allMatch(lookup -> tier(lookup) == Tier.L1);
        assertThat(asked).hasSize(1);
        assertThat(node.store.calls() - before).isEqualTo(2);
    }

    @Test
    void getAll_answersInTheOrderAskedAndEachIdentifierOnce() {
        words.put("b", "2");
        words.put("a", "1");
        Map<String, Lookup<String>> found = words.getAll(List.of("b", "missing", "a", "b"));
        assertThat(found.keySet()).containsExactly("b", "missing", "a");
        assertThat(values(found)).containsExactly("2", "none", "1");
        assertThat(found.get("missing")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void getAll_takesFromEachTierWhatItHas_andAsksL2Once() {
        words.put("local", "1");
        Cache<String> other = cluster.node().caches.declare(WORDS);
        other.put("remote", "2");
        int before = node.store.calls();
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("local", "remote", "new"), this::load);
        assertThat(found.values().stream().map(BatchReadsTest::tier)).containsExactly(Tier.L1, Tier.L2, Tier.SOURCE);
        assertThat(asked).containsExactly(Set.of("new"));
        assertThat(node.store.calls() - before).isEqualTo(2);
        assertThat(words.getAll(List.of("local", "remote", "new")).values()).allMatch(lookup -> tier(
                lookup) == Tier.L1);
    }

    @Test
    void getAll_ofNothing_isNothing() {
        int before = node.store.calls();
        assertThat(words.getAll(List.of())).isEmpty();
        assertThat(words.getAllOrLoad(List.of(), this::load)).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(node.store.calls()).isEqualTo(before);
    }

    @Test
    void getAll_neverTakesALease() {
        words.getAll(List.of("a"));
        assertThat(node.store.inspect(words.key("a")).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    void loaderThatLacksAKey_saysThatItDoesNotExist_andThatIsCached() {
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("a", "b"), ids -> Map.of("b", "2"));
        assertThat(found.get("a")).isEqualTo(new Lookup.Absent<String>(Tier.SOURCE));
        assertThat(words.get("a")).isEqualTo(new Lookup.Absent<String>(Tier.L1));
        assertThat(words.get("b").value()).contains("2");
    }

    @Test
    void loaderThatHoldsNullForAKey_saysThatItDoesNotExist() {
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("a"), ids -> {
            Map<String, String> answer = new HashMap<>();
            answer.put("a", null);
            return answer;
        });
        assertThat(found.get("a")).isEqualTo(new Lookup.Absent<String>(Tier.SOURCE));
    }

    @Test
    void loaderThatAnswersMoreThanItWasAsked_isTakenAtWhatItWasAsked() {
        assertThat(words.getAllOrLoad(List.of("a"), ids -> Map.of("a", "1", "z", "26")).keySet()).containsExactly("a");
        assertThat(words.get("z")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void loaderThatThrows_reachesTheCallerAsItIs_andHarmsNoHit() {
        words.put("hit", "1");
        IllegalStateException failure = new IllegalStateException("no database");
        assertThatThrownBy(() -> words.getAllOrLoad(List.of("hit", "a", "b"), ids -> {
            throw failure;
        })).isSameAs(failure);
        assertThat(words.get("hit").value()).contains("1");
        assertThat(words.getAll(List.of("a", "b")).values()).containsOnly(new Lookup.Miss<>());
        // The leases were given back: the next load is stored.
        words.getAllOrLoad(List.of("a", "b"), this::load);
        assertThat(tier(words.get("a"))).isEqualTo(Tier.L1);
        assertThat(node.count("words", CacheEvent.LOAD_FAILURE)).isEqualTo(2);
    }

    @Test
    void loaderThatReturnsNull_isANamedErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> words.getAllOrLoad(List.of("a", "b"), ids -> noMap())).isInstanceOf(
                CacheReadException.class).hasMessageContaining("2 keys").hasMessageContaining("without the keys");
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    private static Map<String, String> noMap() {
        return null;
    }

    @Test
    void loaderThatAsksForAKeyOfItsOwnBatch_isANamedError_andTheNextReadWorks() {
        assertThatThrownBy(() -> words.getAllOrLoad(List.of("a", "b"), ids -> Map.of("a", words.getOrLoad("b",
                id -> "inner")))).isInstanceOf(CacheReadException.class).hasMessageContaining("same key");
        assertThatThrownBy(() -> words.getAllOrLoad(List.of("a", "b"), ids -> {
            words.getAllOrLoad(List.of("new", "b"), this::load);
            return Map.of();
        })).isInstanceOf(CacheReadException.class).hasMessageContaining("same key");
        assertThat(values(words.getAllOrLoad(List.of("a", "b", "new"), this::load))).containsExactly("loaded a",
                "loaded b", "loaded new");
    }

    @Test
    void oneBrokenEntry_harmsNoOther_andIsReplaced() {
        words.getAllOrLoad(List.of("a", "b", "c"), this::load);
        Token token = Token.next(new SplittableRandom(7));
        node.store.set(new Write(words.key("b"), token, new byte[]{1, 2, 3}, Duration.ofHours(1), 0),
                new SetCondition.Always());
        Node other = cluster.node();
        Cache<String> elsewhere = other.caches.declare(WORDS);
        assertThat(values(elsewhere.getAll(List.of("a", "b", "c")))).containsExactly("loaded a", "none", "loaded c");
        Map<String, Lookup<String>> found = elsewhere.getAllOrLoad(List.of("a", "b", "c"), ids -> Map.of("b", "new"));
        assertThat(values(found)).containsExactly("loaded a", "new", "loaded c");
        assertThat(other.count("words", CacheEvent.UNREADABLE)).isEqualTo(2);
        assertThat(tier(cluster.node().caches.declare(WORDS).get("b"))).isEqualTo(Tier.L2);
    }

    @Test
    void change_whileTheBatchLoads_isNeverOverwrittenByIt() {
        Node other = cluster.node();
        Cache<String> elsewhere = other.caches.declare(WORDS);
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("a", "b", "c"), ids -> {
            elsewhere.put("a", "newer");
            elsewhere.invalidate("b");
            return load(ids);
        });
        assertThat(values(found)).containsExactly("loaded a", "loaded b", "loaded c");
        assertThat(words.get("a").value()).contains("newer");
        assertThat(words.get("b")).isEqualTo(new Lookup.Miss<String>());
        assertThat(words.get("c").value()).contains("loaded c");
    }

    @Test
    void tagInvalidation_whileTheBatchLoads_makesWhatItStoresInvalid() {
        Cache<String> tagged = node.caches.declare(CacheDefinition.of("tagged", String.class).withTags(value -> Set.of(
                new Tag("t"))));
        tagged.getAllOrLoad(List.of("a", "b"), ids -> {
            cluster.node().caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("t"))));
            return load(ids);
        });
        assertThat(tagged.getAll(List.of("a", "b")).values()).containsOnly(new Lookup.Miss<>());
    }

    @Test
    void keysThatAnotherNodeLoads_arePolledAfterTheOwnOnesAreStored() {
        Token lease = Token.next(new SplittableRandom(7));
        assertThat(node.store.fetch(Fetch.of(words.key("theirs"), lease))).isInstanceOf(Fetched.Leased.class);
        List<Lookup<String>> ownAtTheSecondCall = new ArrayList<>();
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("theirs", "own"), ids -> {
            if (!asked.isEmpty()) {
                ownAtTheSecondCall.add(words.peek("own"));
            }
            return load(ids);
        });
        assertThat(values(found)).containsExactly("loaded theirs", "loaded own");
        assertThat(asked).containsExactly(Set.of("own"), Set.of("theirs"));
        assertThat(ownAtTheSecondCall.getFirst().value()).contains("loaded own");
    }

    @Test
    void keysThatAnotherNodeFillsMeanwhile_areTakenFromThere() {
        CacheKey theirs = words.key("theirs");
        Token lease = Token.next(new SplittableRandom(7));
        byte[] bytes = new JacksonValueCodec().encode(CacheEntry.of(theirs, Optional.of(
                "from there"), Duration.ofHours(1), Set.of(), cluster.clock.instant()).from(new Provenance(
                        cluster.memory.stampRegister().read(0, 0).last(), Duration.ZERO, Duration.ZERO, 0, Optional
                                .empty())));
        assertThat(node.store.fetch(Fetch.of(theirs, lease))).isInstanceOf(Fetched.Leased.class);
        Map<String, Lookup<String>> found = words.getAllOrLoad(List.of("theirs", "own"), ids -> {
            node.store.fill(new Write(theirs, lease, bytes, Duration.ofHours(1), 0));
            return load(ids);
        });
        assertThat(values(found)).containsExactly("from there", "loaded own");
        assertThat(asked).containsExactly(Set.of("own"));
    }

    @Test
    void source_thatReadsManyAtOnce_isAskedOnce() {
        Cache<String> rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(
                new BulkSource<>() {

                    @Override
                    public Map<String, String> loadAll(Set<String> identifiers) {
                        Map<String, String> found = BatchReadsTest.this.load(identifiers);
                        found.remove("gone");
                        return found;
                    }

                    @Override
                    public Optional<String> load(String identifier) {
                        throw new AssertionError("asked one by one");
                    }
                }));
        Map<String, Lookup<String>> found = rows.getAll(List.of("a", "gone", "b"));
        assertThat(values(found)).containsExactly("loaded a", "none", "loaded b");
        assertThat(found.get("gone")).isEqualTo(new Lookup.Absent<String>(Tier.SOURCE));
        assertThat(asked).containsExactly(Set.of("a", "b", "gone"));
    }

    @Test
    void source_thatReadsOneByOne_andFailsForOne_harmsNoOther() {
        IllegalStateException failure = new IllegalStateException("row b is locked");
        Cache<String> rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(id -> {
            if (id.equals("b")) {
                throw failure;
            }
            return Optional.of("row " + id);
        }));
        assertThatThrownBy(() -> rows.getAll(List.of("a", "b", "c"))).isSameAs(failure);
        assertThat(rows.peek("a").value()).contains("row a");
        assertThat(rows.peek("b")).isEqualTo(new Lookup.Miss<String>());
        assertThat(rows.peek("c").value()).contains("row c");
        assertThat(node.store.inspect(rows.key("b")).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    void storeThatIsAway_costsHitsAndNeverTheAnswer() {
        words.put("local", "1");
        node.store.goAway();
        assertThat(values(words.getAllOrLoad(List.of("local", "a"), this::load))).containsExactly("1", "loaded a");
        assertThat(values(words.getAll(List.of("local", "a")))).containsExactly("1", "none");
        node.store.comeBack();
        assertThat(words.get("a")).isEqualTo(new Lookup.Miss<String>());
    }

    @Test
    void fillThatFails_givesTheLeasesBack() {
        node.store.failNextFill();
        assertThat(values(words.getAllOrLoad(List.of("a", "b"), this::load))).containsExactly("loaded a", "loaded b");
        assertThat(node.store.inspect(words.key("a")).guard()).isEqualTo(Guard.FREE);
        assertThat(words.getAll(List.of("a", "b")).values()).containsOnly(new Lookup.Miss<>());
    }

    @Test
    void expiredValues_areServedAsStale_whereTheLoaderFails() {
        Node lenient = cluster.node(NamespacePolicy.DEFAULT.with(new FreshnessPolicy(new RefreshMode.None(), Duration
                .ofHours(1))));
        Cache<String> cache = lenient.caches.declare(WORDS);
        cache.getAllOrLoad(List.of("a", "b"), this::load);
        cluster.clock.advance(Duration.ofMinutes(61));
        Map<String, Lookup<String>> found = cache.getAllOrLoad(List.of("a", "b"), ids -> {
            throw new IllegalStateException("no database");
        });
        assertThat(values(found)).containsExactly("loaded a", "loaded b");
        assertThat(found.values()).allMatch(lookup -> ((Lookup.Hit<String>) lookup).freshness() == Freshness.STALE);
        assertThat(lenient.count("words", CacheEvent.STALE_SERVED)).isEqualTo(2);
    }

    @Test
    void batchOfTheLargestSize_isRead_andOneMoreIsRefusedBeforeAnythingIsAsked() {
        List<String> most = IntStream.range(0, 10_000).mapToObj(i -> "id" + i).toList();
        assertThat(words.getAllOrLoad(most, this::load)).hasSize(10_000);
        assertThat(asked).hasSize(1);
        List<String> tooMany = new ArrayList<>(most);
        tooMany.add("one more");
        int before = node.store.calls();
        assertThatThrownBy(() -> words.getAll(tooMany)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("10001").hasMessageContaining("10000");
        assertThat(node.store.calls()).isEqualTo(before);
    }

    @Test
    void identifierThatIsNotLegal_isRefusedBeforeAnythingIsAsked() {
        int before = node.store.calls();
        for (String illegal : Arrays.asList(null, "", " ", "a\nb", "x".repeat(600))) {
            List<String> identifiers = new ArrayList<>(List.of("fine"));
            identifiers.add(illegal);
            assertThatThrownBy(() -> words.getAll(identifiers)).isInstanceOf(InvalidKeyException.class);
            assertThatThrownBy(() -> words.getAllOrLoad(identifiers, this::load)).isInstanceOf(
                    InvalidKeyException.class);
        }
        assertThat(node.store.calls()).isEqualTo(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void anyMixOfTiers_answersEachKeyWithItsLatestValue() {
        SplittableRandom random = new SplittableRandom(20_261_120);
        Cache<String> elsewhere = cluster.node().caches.declare(WORDS);
        Map<String, String> held = new HashMap<>();
        for (int round = 0; round < 300; round++) {
            for (int change = 0; change < 5; change++) {
                String id = "id" + random.nextInt(40);
                Cache<String> where = random.nextBoolean() ? words : elsewhere;
                if (random.nextInt(3) == 0) {
                    where.invalidate(id);
                    held.remove(id);
                } else {
                    where.put(id, "put " + round);
                    held.put(id, "put " + round);
                }
            }
            List<String> ids = random.ints(random.nextInt(1, 20), 0, 40).mapToObj(i -> "id" + i).toList();
            int made = round;
            Map<String, Lookup<String>> found = words.getAllOrLoad(ids, missing -> missing.stream().collect(Collectors
                    .toMap(Function.identity(), id -> "made " + made)));
            assertThat(found.keySet()).containsExactlyElementsOf(Set.copyOf(ids).size() == ids.size() ? ids
                    : ids.stream().distinct().toList());
            found.forEach((id, lookup) -> assertThat(lookup.value()).as(id).contains(held.computeIfAbsent(id,
                    missing -> "made " + made)));
        }
    }
}
