package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.SelectionTemplate;
import io.hexcache.domain.policy.TtlBounds;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.strategy.WriteOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller can do wrong: each has an error with a name, and leaves everything as it was. */
class BadInputTest {

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final MapSource source = new MapSource();
    private final Cache<String> words = node.caches.declare(CacheDefinition.of("words", String.class));
    private final Cache<String> rows = node.caches.declare(CacheDefinition.of("rows", String.class).withSource(source));
    private final int calls = node.store.calls();

    @AfterEach
    void nothingWasAskedOfTheStore() {
        assertThat(node.store.calls()).isEqualTo(calls);
        assertThat(source.loads()).isZero();
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what code without such a checker can do
    private static <T> T nothing() {
        @Nullable
        T nothing = null;
        return nothing;
    }

    static Stream<String> illegalIdentifiers() {
        return Stream.of(BadInputTest.<String>nothing(), "", " ", "\t", "a\nb", "a\u0000", "a\u007f", "\ud800", "x"
                .repeat(513));
    }

    static List<Consumer<Cache<String>>> calls(String identifier) {
        return List.of(cache -> cache.get(identifier), cache -> cache.peek(identifier), cache -> cache.getOrLoad(
                identifier, id -> "value"), cache -> cache.findOrLoad(identifier, id -> Optional.empty()),
                cache -> cache
                        .put(identifier, "value"),
                cache -> cache.invalidate(identifier), cache -> cache.key(
                        identifier));
    }

    @ParameterizedTest
    @MethodSource("illegalIdentifiers")
    void illegalIdentifier_isRefusedByEveryCallBeforeAnythingIsAsked(String identifier) {
        for (Consumer<Cache<String>> call : calls(identifier)) {
            assertThatThrownBy(() -> call.accept(words)).isInstanceOf(InvalidKeyException.class).hasMessageContaining(
                    "identifier");
            assertThatThrownBy(() -> call.accept(rows)).isInstanceOf(InvalidKeyException.class);
        }
        assertThatThrownBy(() -> rows.delete(identifier)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void nullInsteadOfAValueOrALoader_isRefused() {
        assertThatThrownBy(() -> words.put("a", nothing())).isInstanceOf(CacheWriteException.class)
                .hasMessageContaining("words:a:v0").hasMessageContaining("delete");
        assertThatThrownBy(() -> rows.put("a", nothing())).isInstanceOf(CacheWriteException.class);
        assertThatThrownBy(() -> words.getOrLoad("a", BadInputTest.<Function<String, String>>nothing())).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("no loader");
        assertThatThrownBy(() -> words.findOrLoad("a", nothing())).isInstanceOf(CacheConfigurationException.class);
    }

    static Stream<Duration> illegalTtls() {
        return Stream.of(Duration.ZERO, Duration.ofMillis(-1), TtlBounds.SHORTEST.minusNanos(1), TtlBounds.LONGEST
                .plusNanos(1), Duration.ofSeconds(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("illegalTtls")
    void illegalTtl_isRefusedWithItsBounds(Duration ttl) {
        assertThatThrownBy(() -> new WriteOptions(Optional.of(ttl), Set.of())).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("365 days");
    }

    @Test
    void namespaceThatNobodyDeclared_isRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> node.caches.of("wrods", String.class)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("words");
        assertThatThrownBy(() -> new Namespace("Words")).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void patternThatIsTooLongOrUnclosed_isRefusedWithTheLimit() {
        assertThatThrownBy(() -> KeyPattern.of("x".repeat(257))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("256");
        assertThatThrownBy(() -> KeyPattern.of("*".repeat(17) + "a")).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("16");
        assertThatThrownBy(() -> KeyPattern.of("a[bc")).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void templateWithAnUnknownAttribute_isRefusedAndNeverAWildcard() {
        assertThatThrownBy(() -> SelectionTemplate.key("user:{userId}:v0").select(name -> {
            throw new InvalidKeyException("there is no attribute '" + name + "'");
        })).isInstanceOf(InvalidKeyException.class).hasMessageContaining("userId");
    }

    @Test
    void loaderThatReturnsNull_isANamedErrorThatSaysWhatToDo() {
        Cluster own = new Cluster();
        Cache<String> cache = own.node().caches.declare(CacheDefinition.of("words", String.class));
        assertThatThrownBy(() -> cache.getOrLoad("a", id -> nothing())).isInstanceOf(CacheReadException.class)
                .hasMessageContaining("findOrLoad");
        assertThat(cache.get("a")).isInstanceOf(Lookup.Miss.class);
    }
}
