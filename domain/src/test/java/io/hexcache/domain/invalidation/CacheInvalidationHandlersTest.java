package io.hexcache.domain.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.DataChange.Operation;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.SelectionTemplate;
import io.hexcache.domain.key.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheInvalidationHandlersTest {

    private final List<KeySelection> invalidated = new ArrayList<>();
    private final Map<KeySelection, InvalidationResult> results = new HashMap<>();
    private final CacheInvalidationHandlers handlers = new CacheInvalidationHandlers(selection -> {
        invalidated.add(selection);
        return results.getOrDefault(selection, new InvalidationResult(1, Completion.COMPLETE));
    });

    private static DomainEvent updated(String userId) {
        return new DomainEvent("user.updated", Map.of("userId", userId, "other", "x"));
    }

    private static KeySelection keys(String... keys) {
        return new KeySelection.Keys(Stream.of(keys).map(CacheKey::parse).collect(Collectors.toSet()));
    }

    private static KeySelection matching(String pattern) {
        return new KeySelection.Matching(KeyPattern.of(pattern));
    }

    @Test
    void selections_ofAnEvent_areWhatAllItsRulesSelectEachOnce() {
        handlers.on("user.updated", SelectionTemplate.tag("user-{userId}"), SelectionTemplate.pattern(
                "user:{userId}:*"), SelectionTemplate.key("user:{userId}:v0"));
        handlers.on("user.updated", SelectionTemplate.key("profile:{userId}:v3"), SelectionTemplate.pattern(
                "user:{userId}:*"), SelectionTemplate.tag("users"));
        handlers.on("user.deleted", SelectionTemplate.tag("never"));
        assertThat(handlers.selections(updated("7"))).containsExactly(keys("user:7:v0", "profile:7:v3"), matching(
                "user:7:*"), new KeySelection.Tagged(Set.of(new Tag("user-7"), new Tag("users"))));
    }

    @Test
    void selections_withoutARule_areNone() {
        assertThat(handlers.selections(updated("7"))).isEmpty();
        assertThat(handlers.handle(updated("7"))).isEqualTo(new InvalidationResult(0, Completion.COMPLETE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void handle_withAMissingOrBlankAttribute_namesItAndInvalidatesNothing(String blank) {
        handlers.on("user.updated", SelectionTemplate.tag("users"), SelectionTemplate.pattern("user:{userId}*"));
        assertThatThrownBy(() -> handlers.handle(new DomainEvent("user.updated", Map.of("id", "7")))).isInstanceOf(
                InvalidKeyException.class).hasMessageContaining("event user.updated has no attribute 'userId'")
                .hasMessageContaining("'user:{userId}*'");
        assertThatThrownBy(() -> handlers.handle(updated(blank))).isInstanceOf(InvalidKeyException.class);
        assertThat(invalidated).isEmpty();
    }

    @Test
    void selections_withHostileValues_selectNoOtherUser() {
        handlers.on("user.updated", SelectionTemplate.pattern("user:{userId}:*"));
        RandomGenerator random = new SplittableRandom(20_261_120);
        CacheKey victim = CacheKey.parse("user:victim:profile:v0");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(1, 6); length > 0; length--) {
                value.append("*?[]^-\\{}v".charAt(random.nextInt(10)));
            }
            Set<KeySelection> selections = handlers.selections(updated(value.toString()));
            assertThat(selections).hasSize(1).noneMatch(selection -> selection.selects(victim, Set.of())).allMatch(
                    selection -> selection.selects(CacheKey.parse("user:" + value + ":profile:v0"), Set.of()));
        }
        assertThat(handlers.selections(updated("{other}"))).containsExactly(matching("user:{other}:*"));
    }

    @Test
    void selections_ofADataChange_followTableAndOperation() {
        handlers.onChange("users", EnumSet.of(Operation.UPDATE, Operation.DELETE), SelectionTemplate.key(
                "user:{id}:v0"), SelectionTemplate.tag("{table}.{operation}"));
        handlers.onChange("users", Set.of(Operation.INSERT), SelectionTemplate.pattern("user-list:*"));
        assertThat(handlers.selections(new DataChange("users", "7", Operation.UPDATE))).containsExactly(keys(
                "user:7:v0"), new KeySelection.Tagged(Set.of(new Tag("users.UPDATE"))));
        assertThat(handlers.selections(new DataChange("users", "7", Operation.INSERT))).containsExactly(matching(
                "user-list:*"));
        assertThat(handlers.selections(new DataChange("orders", "7", Operation.UPDATE))).isEmpty();
    }

    @Test
    void selections_ofAnEventNamedLikeATable_areNotThoseOfTheTable() {
        handlers.onChange("users", EnumSet.allOf(Operation.class), SelectionTemplate.tag("table"));
        handlers.on("users", SelectionTemplate.tag("event"));
        assertThat(handlers.selections(new DomainEvent("users", Map.of()))).containsExactly(new KeySelection.Tagged(Set
                .of(new Tag("event"))));
    }

    @Test
    void handle_addsUpCountsAndIsDeferredWhenAnyPartIs() {
        handlers.on("user.updated", SelectionTemplate.key("user:{userId}:v0"), SelectionTemplate.pattern(
                "user:{userId}:*"), SelectionTemplate.tag("users"));
        results.put(keys("user:7:v0"), new InvalidationResult(1, Completion.COMPLETE));
        results.put(matching("user:7:*"), new InvalidationResult(40, Completion.DEFERRED));
        results.put(new KeySelection.Tagged(Set.of(new Tag("users"))), new InvalidationResult(2, Completion.COMPLETE));
        assertThat(handlers.handle(updated("7"))).isEqualTo(new InvalidationResult(43, Completion.DEFERRED));
        assertThat(invalidated).containsExactlyElementsOf(handlers.selections(updated("7")));
        assertThat(handlers.handle(updated("8"))).isEqualTo(new InvalidationResult(4, Completion.COMPLETE));
    }

    @Test
    void rules_thatCannotWork_areRefusedWhenTheyAreAdded() {
        assertThatThrownBy(() -> handlers.on("user.updated")).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("event user.updated has no template");
        assertThatThrownBy(() -> handlers.onChange("users", Set.of(), SelectionTemplate.tag("a"))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("INSERT");
        assertThatThrownBy(() -> handlers.onChange("users", Set.of(Operation.INSERT), SelectionTemplate.key(
                "user:{userId}:v0"))).isInstanceOf(CacheConfigurationException.class).hasMessageContaining("userId")
                .hasMessageContaining("users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\u2028b"})
    void names_thatCouldForgeALine_areRefused(String name) {
        assertThatThrownBy(() -> handlers.on(name, SelectionTemplate.tag("a"))).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new DomainEvent(name, Map.of())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new DataChange(name, "7", Operation.INSERT)).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new DomainEvent("a".repeat(129), Map.of())).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("129 characters");
    }
}
