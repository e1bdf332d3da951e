package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.ReservedTags;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes obsolete by one stamp: namespaces, everything, and entities. */
class LogicalClearTest {

    private static final CacheDefinition<String> USERS = CacheDefinition.of("user", String.class);
    private static final CacheDefinition<String> PROFILES = CacheDefinition.of("user.profile", String.class);
    private static final CacheDefinition<String> OTHERS = CacheDefinition.of("users", String.class);
    private static final Namespace USER = new Namespace("user");
    private static final InvalidationResult UNCOUNTED = new InvalidationResult(0, Completion.COMPLETE);
    private static final Lookup<String> MISS = new Lookup.Miss<>();

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final Cache<String> users = node.caches.declare(USERS);
    private final Cache<String> profiles = node.caches.declare(PROFILES);
    private final Cache<String> others = node.caches.declare(OTHERS);
    private final Cache<String> usersThere = other.caches.declare(USERS);

    private void fill() {
        users.put("7", "user");
        profiles.put("7", "profile");
        others.put("7", "other");
    }

    @Test
    void clear_ofANamespace_takesItsChildrenAndNothingElseOnThisNodeAtOnce() {
        fill();
        assertThat(node.caches.clear(USER)).isEqualTo(UNCOUNTED);
        assertThat(users.get("7")).isEqualTo(MISS);
        assertThat(profiles.get("7")).isEqualTo(MISS);
        assertThat(others.get("7").value()).contains("other");
    }

    @Test
    void clear_ofManyEntries_asksTheStoreNothing() {
        for (int i = 0; i < 1_000; i++) {
            users.put("u" + i, "user");
        }
        int before = node.store.calls();
        node.caches.clear(USER);
        node.caches.clearAll();
        assertThat(node.store.calls()).isEqualTo(before);
        assertThat(users.get("u999")).isEqualTo(MISS);
    }

    @Test
    void clear_whenItsMessageArrives_isSeenByTheOtherNodeToo() {
        fill();
        assertThat(usersThere.get("7").value()).contains("user");
        node.caches.clear(USER);
        assertThat(usersThere.get("7")).isEqualTo(MISS);
    }

    @Test
    void clear_whoseMessageIsLost_isSeenByTheOtherNodeWithTheNextPulse() {
        fill();
        assertThat(usersThere.get("7").value()).contains("user");
        other.bus.hold();
        node.caches.clear(USER);
        other.bus.lose();
        assertThat(usersThere.get("7").value()).contains("user");
        other.node.pulse();
        assertThat(usersThere.get("7")).isEqualTo(MISS);
    }

    @Test
    void loadThatBeganBeforeAClear_isFoundByNobodyAfterIt() {
        String read = users.getOrLoad("7", id -> {
            other.caches.clear(USER);
            return "read before";
        });
        assertThat(read).isEqualTo("read before");
        assertThat(users.get("7")).isEqualTo(MISS);
        assertThat(usersThere.get("7")).isEqualTo(MISS);
        assertThat(users.getOrLoad("7", id -> "read after")).isEqualTo("read after");
        assertThat(usersThere.get("7").value()).contains("read after");
    }

    @Test
    void entryPutAfterAClear_isKept() {
        node.caches.clearAll();
        fill();
        assertThat(users.get("7").value()).contains("user");
        assertThat(usersThere.get("7").value()).contains("user");
    }

    @Test
    void clearAll_takesEveryNamespaceAndCachedAbsence() {
        fill();
        users.findOrLoad("none", id -> Optional.empty());
        assertThat(node.caches.clearAll()).isEqualTo(UNCOUNTED);
        assertThat(others.get("7")).isEqualTo(MISS);
        assertThat(users.get("none")).isEqualTo(MISS);
    }

    @Test
    void clear_whileTheRegisterIsAway_isDeferredAndHoldsOnThisNodeAtOnce() {
        fill();
        usersThere.get("7");
        node.store.goAway();
        assertThat(node.caches.clear(USER)).isEqualTo(new InvalidationResult(0, Completion.DEFERRED));
        assertThat(users.get("7")).isEqualTo(MISS);
        node.store.comeBack();
        assertThat(users.get("7")).isEqualTo(MISS);
        node.node.repeatDeferred();
        assertThat(node.deferred()).isZero();
        assertThat(usersThere.get("7")).isEqualTo(MISS);
    }

    @Test
    void advanceEpoch_makesTheEntriesOfTheEntityObsoleteInEveryNamespaceWithoutTheIndex() {
        Cache<String> orders = node.caches.declare(CacheDefinition.of("order", String.class).withEntity(owner -> Set.of(
                "user:" + owner)));
        Cache<String> carts = node.caches.declare(CacheDefinition.of("cart", String.class).withEntity(owner -> Set.of(
                "user:" + owner)));
        orders.put("o", "7");
        orders.put("p", "8");
        carts.getOrLoad("c", id -> "7");
        assertThat(cluster.tagIndex.size(ReservedTags.ofEntity("user:7"))).isZero();
        int before = node.store.calls();
        assertThat(node.caches.advanceEpoch("user:7")).isEqualTo(UNCOUNTED);
        assertThat(node.store.calls()).isEqualTo(before);
        assertThat(orders.get("o")).isEqualTo(MISS);
        assertThat(carts.get("c")).isEqualTo(MISS);
        assertThat(orders.get("p").value()).contains("8");
    }

    @Test
    void advanceEpoch_duringALoad_makesWhatItLoadsObsolete() {
        Cache<String> orders = node.caches.declare(CacheDefinition.of("order", String.class).withEntity(owner -> Set.of(
                owner)));
        orders.getOrLoad("o", id -> {
            other.caches.advanceEpoch("7");
            return "7";
        });
        assertThat(orders.get("o")).isEqualTo(MISS);
    }

    @Test
    void advanceEpoch_ofALongName_worksAsOfAShortOne() {
        String entity = "é".repeat(250);
        Cache<String> orders = node.caches.declare(CacheDefinition.of("order", String.class).withEntity(value -> Set.of(
                entity)));
        orders.put("o", "value");
        cluster.clock.advance(Duration.ofMillis(1));
        node.caches.advanceEpoch(entity + "x");
        assertThat(orders.get("o").value()).contains("value");
        node.caches.advanceEpoch(entity);
        assertThat(orders.get("o")).isEqualTo(MISS);
    }

    @Test
    void names_thatAreNotLegal_areRefused() {
        assertThatThrownBy(() -> node.caches.advanceEpoch(" ")).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("entity is blank");
        assertThatThrownBy(() -> node.caches.advanceEpoch("x".repeat(513))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("513 bytes");
        Set<Tag> reserved = Set.of(new Tag("entity:7"));
        assertThatThrownBy(() -> new WriteOptions(Optional.empty(), reserved)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("'entity:7' begins as those that the cache makes itself");
        Cache<String> wrong = node.caches.declare(CacheDefinition.of("wrong", String.class).withTags(value -> Set.of(
                new Tag("dep:x"))));
        assertThatThrownBy(() -> wrong.getOrLoad("a", id -> "a")).isInstanceOf(InvalidKeyException.class);
    }
}
