package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyGeneratorTest {

    private final CacheKeyGenerator users = new CacheKeyGenerator(new Namespace("user"), 0);
    private final CacheKeyGenerator api = new CacheKeyGenerator(new Namespace("api"), 2);
    private final CacheKeyGenerator search = new CacheKeyGenerator(new Namespace("search"), 0);

    @Test
    void user_andResource_areReadable() {
        assertThat(users.user("7", "profile").render()).isEqualTo("user:7:profile:v0");
        assertThat(users.user("7", "orders:open").render()).isEqualTo("user:7:orders:open:v0");
        assertThat(users.resource("7").render()).isEqualTo("user:7:v0");
    }

    @Test
    void hashes_areThoseOfTheFirstRelease() {
        // Golden values, computed apart from this code: see the layout in the Javadoc of KeyHash.
        assertThat(api.apiCall("/users", Map.of()).render())
                .isEqualTo("api:/users:m2hc2mds9i8f9cvr7bknf4clcagk4vaqdiqln5vl:v2");
        assertThat(api.apiCall("/users", Map.of("page", List.of("2"), "sort", List.of("name", "age"))).render())
                .isEqualTo("api:/users:0bs7dsj3gggk5t69qevbp849cbgsb2luoevfcq40:v2");
        assertThat(search.search("rote Schuhe 👟", Map.of("größe", List.of("42"))).render()).isEqualTo(
                "search:3lge7va9m19vpnnb9kuict6n8cl40uod4e6m09e6:v0");
    }

    @Test
    void digits_ofAHashThatBeginsWithZeros_arePadded() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(search.search("q" + i, Map.of()).identifier()).matches("[0-9a-v]{40}");
        }
    }

    @Test
    void apiCall_withParametersInAnotherOrder_isTheSameKeyAndInAnotherOrderOfValuesIsNot() {
        Map<String, List<String>> forwards = new LinkedHashMap<>();
        forwards.put("a", List.of("1"));
        forwards.put("b", List.of("2", "3"));
        Map<String, List<String>> backwards = new LinkedHashMap<>();
        backwards.put("b", List.of("2", "3"));
        backwards.put("a", List.of("1"));
        assertThat(api.apiCall("/x", backwards)).isEqualTo(api.apiCall("/x", forwards));
        backwards.put("b", List.of("3", "2"));
        assertThat(api.apiCall("/x", backwards)).isNotEqualTo(api.apiCall("/x", forwards));
    }

    @Test
    void search_ofPartsThatJoinAlike_makesDifferentKeys() {
        assertThat(Set.of(search.search("a", Map.of("bc", List.of())), search.search("ab", Map.of("c", List.of())),
                search.search("abc", Map.of()), search.search("", Map.of("abc", List.of())), search.search("a", Map.of(
                        "b", List.of("c"))),
                search.search("a", Map.of("b", List.of(), "c", List.of())))).hasSize(6);
        assertThat(search.search("a", Map.of()).identifier()).isNotEqualTo(search.apiCall("a", Map.of()).identifier()
                .substring("a:".length()));
    }

    @Test
    void search_ofRandomParts_makesOneKeyForEachMeaning() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        Map<CacheKey, List<Object>> meanings = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            String query = text(random);
            Map<String, List<String>> filters = new HashMap<>();
            for (int f = random.nextInt(3); f > 0; f--) {
                filters.put(text(random), Arrays.asList(text(random), text(random)).subList(0, random.nextInt(3)));
            }
            List<Object> meaning = List.of(query, new TreeMap<>(filters));
            List<Object> before = meanings.put(search.search(query, filters), meaning);
            assertThat(before == null || before.equals(meaning)).as("%s makes the key of %s", meaning, before).isTrue();
        }
        assertThat(meanings).hasSizeGreaterThan(5_000);
        assertThat(new ArrayList<>(meanings.values())).as("no meaning has two keys").doesNotHaveDuplicates();
    }

    private static String text(RandomGenerator random) {
        return "ab\ud83d\u0000".repeat(2).substring(0, random.nextInt(4)) + "ab:".substring(random.nextInt(4));
    }

    @Test
    void user_ofRandomIds_makesOneKeyForEachPair() {
        RandomGenerator random = new SplittableRandom(7);
        Map<CacheKey, List<String>> pairs = new HashMap<>();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> pair = List.of(part(random), part(random));
            try {
                List<String> before = pairs.put(users.user(pair.get(0), pair.get(1)), pair);
                assertThat(before == null || before.equals(pair)).as("%s makes the key of %s", pair, before).isTrue();
            } catch (InvalidKeyException colonInId) {
                assertThat(pair.get(0)).contains(":");
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 15_000);
    }

    private static String part(RandomGenerator random) {
        StringBuilder part = new StringBuilder();
        for (int length = random.nextInt(1, 4); length > 0; length--) {
            part.append("a:v0".charAt(random.nextInt(4)));
        }
        return part.toString();
    }

    @ParameterizedTest
    @CsvSource({"a:b, holds a ':' at position 1", "'a\nb', U+000A at position 1", "'', user id is blank",
            "a\ud83d, half a surrogate pair at position 1"})
    void user_withAnIllegalId_isRefusedWithItsPosition(String id, String reason) {
        assertThatThrownBy(() -> users.user(id, "profile")).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("user id").hasMessageContaining(reason);
    }

    @Test
    void parts_thatAreIllegalOrTooLong_areRefused() {
        assertThatThrownBy(() -> users.user("7", " ")).isInstanceOf(InvalidKeyException.class).hasMessageContaining(
                "resource of a user is blank");
        assertThatThrownBy(() -> users.resource("a:b")).isInstanceOf(InvalidKeyException.class).hasMessageContaining(
                "resource id");
        assertThatThrownBy(() -> api.apiCall("/a\u0000", Map.of())).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("endpoint").hasMessageContaining("position 2");
        assertThatThrownBy(() -> api.apiCall("/" + "a".repeat(500), Map.of())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> users.custom(7, id -> "")).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> new CacheKeyGenerator(new Namespace("a"), -1)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void custom_isWhatTheFunctionMakes() {
        assertThat(users.custom(7, id -> "by-number:" + id)).isEqualTo(CacheKey.parse("user:by-number:7:v0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "a*", "[x]", "?"})
    void ofUser_selectsTheKeysOfThisUserAndNoOther(String id) {
        KeySelection selection = users.ofUser(id);
        assertThat(selection.selects(users.user(id, "profile"), Set.of())).isTrue();
        assertThat(selection.selects(users.user(id + "0", "profile"), Set.of())).isFalse();
        assertThat(selection.selects(users.user("x", "profile"), Set.of())).isFalse();
    }

    @Test
    void ofEndpoint_selectsItsCallsWithAnyParameters() {
        KeySelection selection = api.ofEndpoint("/users");
        assertThat(selection.selects(api.apiCall("/users", Map.of("page", List.of("2"))), Set.of())).isTrue();
        assertThat(selection.selects(api.apiCall("/users/7", Map.of()), Set.of())).isFalse();
    }
}
