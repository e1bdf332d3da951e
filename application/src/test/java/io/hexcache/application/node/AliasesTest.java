package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users by e-mail; the value of each entry is the address itself, or "none". */
class AliasesTest {

    private static final Lookup<String> MISS = new Lookup.Miss<>();

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Node other = cluster.node();
    private final MapSource source = new MapSource();
    private final Cache<String> users = node.caches.declare(users());
    private final Cache<String> usersThere = other.caches.declare(users());
    private final AtomicInteger searches = new AtomicInteger();

    private CacheDefinition<String> users() {
        return CacheDefinition.of("user", String.class).withSource(source).withAlias("email", value -> value.equals(
                "none") ? "" : value);
    }

    private Optional<String> find(Cache<String> cache, String email) {
        return cache.getByAliasOrLoad("email", email, alias -> {
            searches.incrementAndGet();
            return Stream.of("7", "8").filter(id -> source.load(id).filter(alias::equals).isPresent())
                    .findFirst();
        });
    }

    @Test
    void putValue_isFoundByItsAliasOnEveryNode() {
        users.put("7", "a@x");
        assertThat(users.getByAlias("email", "a@x").value()).contains("a@x");
        assertThat(usersThere.getByAlias("email", "a@x").value()).contains("a@x");
        assertThat(users.getByAlias("email", "b@x")).isEqualTo(MISS);
    }

    @Test
    void valueThatIsFoundAtTheSource_isFoundByItsAliasFromThenOn() {
        source.store("7", "a@x");
        assertThat(find(users, "a@x")).contains("a@x");
        assertThat(find(users, "a@x")).contains("a@x");
        assertThat(find(usersThere, "a@x")).contains("a@x");
        assertThat(searches).hasValue(1);
    }

    @Test
    void aliasOfNobody_isNotCached() {
        assertThat(find(users, "a@x")).isEmpty();
        source.store("7", "a@x");
        assertThat(find(users, "a@x")).contains("a@x");
    }

    @Test
    void oldAlias_afterAPutADeleteOrAnInvalidation_isNeverAnswered() {
        users.put("7", "a@x");
        usersThere.getByAlias("email", "a@x");
        users.put("7", "b@x");
        assertThat(users.getByAlias("email", "a@x")).isEqualTo(MISS);
        assertThat(usersThere.getByAlias("email", "a@x")).isEqualTo(MISS);
        source.store("7", "c@x");
        users.invalidate("7");
        assertThat(usersThere.getByAlias("email", "b@x")).isEqualTo(MISS);
        assertThat(find(usersThere, "c@x")).contains("c@x");
        users.delete("7");
        assertThat(usersThere.getByAlias("email", "c@x")).isEqualTo(MISS);
        assertThat(find(users, "c@x")).isEmpty();
    }

    @Test
    void oldAlias_isRemovedFromItsPlaceByThePutAndTheDelete() {
        Cache<String> places = node.caches.of("user.alias-email", String.class);
        users.put("7", "a@x");
        assertThat(places.get("a@x").value()).contains("7");
        users.put("7", "b@x");
        assertThat(places.get("a@x")).isEqualTo(MISS);
        assertThat(places.get("b@x").value()).contains("7");
        users.delete("7");
        assertThat(places.get("b@x")).isEqualTo(MISS);
    }

    @Test
    void aliasThatMovesToAnotherValue_isFoundThere() {
        users.put("7", "a@x");
        source.store("7", "none");
        source.store("8", "a@x");
        users.invalidate("7");
        assertThat(find(users, "a@x")).contains("a@x");
        assertThat(node.caches.of("user.alias-email", String.class).get("a@x").value()).contains("8");
    }

    @Test
    void cachedValueThatIsOlderThanTheAlias_isReadAgain() {
        source.store("7", "a@x");
        users.get("7");
        source.store("7", "b@x");
        assertThat(find(users, "b@x")).contains("b@x");
    }

    @Test
    void valueWithoutAnAlias_isPutAndFoundByItsIdentifierOnly() {
        users.put("7", "none");
        assertThat(users.get("7").value()).contains("none");
        assertThat(users.getByAlias("email", "none")).isEqualTo(MISS);
    }

    @Test
    void clear_takesTheAliasesToo() {
        users.put("7", "a@x");
        node.caches.clear(new Namespace("user"));
        assertThat(node.caches.of("user.alias-email", String.class).get("a@x")).isEqualTo(MISS);
    }

    @Test
    void namespaceWithoutASource_loadsByIdentifierWhatItFound() {
        Cache<String> plain = node.caches.declare(CacheDefinition.of("plain", String.class).withAlias("email",
                value -> value));
        assertThat(plain.getByAliasOrLoad("email", "a@x", alias -> Optional.of("7"), id -> Optional.of("a@x")))
                .contains(
                        "a@x");
        assertThat(plain.getByAlias("email", "a@x").value()).contains("a@x");
        assertThatThrownBy(() -> plain.getByAliasOrLoad("email", "a@x", alias -> Optional.of("7"))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("namespace plain has no source");
    }

    @Test
    void badInput_isRefusedByName() {
        assertThatThrownBy(() -> users.getByAlias("phone", "1")).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("has no alias 'phone'; it has [email]");
        assertThatThrownBy(() -> users.getByAlias("email", " ")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> users.getByAlias("email", "x".repeat(CacheKey.MAX_BYTES))).isInstanceOf(
                InvalidKeyException.class);
        assertThatThrownBy(() -> users().withAlias("E-Mail", value -> value)).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> users().withAlias("email", value -> value)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("defined twice");
        assertThatThrownBy(() -> node.caches.declare(CacheDefinition.of("user.alias-phone", String.class)))
                .isInstanceOf(CacheConfigurationException.class).hasMessageContaining("where the cache keeps aliases");
    }
}
