package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {

    private static final Namespace USER = new Namespace("user");

    @Test
    void render_always_namesTheVersion() {
        assertThat(new CacheKey(USER, "7", 0).render()).isEqualTo("user:7:v0");
        assertThat(new CacheKey(new Namespace("user.profile"), "a:b", 12).render()).isEqualTo("user.profile:a:b:v12");
    }

    @Test
    void parseOfRender_ofTenThousandRandomKeys_isTheKeyAndNoTwoRenderAlike() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        Map<String, CacheKey> seen = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            CacheKey key = randomKey(random);
            assertThat(CacheKey.parse(key.render())).isEqualTo(key);
            CacheKey before = seen.put(key.render(), key);
            assertThat(before == null || before.equals(key)).as("%s renders like %s", before, key).isTrue();
        }
    }

    private static CacheKey randomKey(RandomGenerator random) {
        // Few characters, and those that the grammar uses itself, so that collisions would be found.
        List<String> alphabet = List.of("a", ":", "v", "0", "1", ".", "{", "}", "%", "é", "😀", " ", "\\");
        StringBuilder identifier = new StringBuilder("x".repeat(random.nextInt(2)));
        for (int length = random.nextInt(1, 6); length > 0; length--) {
            identifier.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        String legal = identifier.toString().isBlank() ? "x" : identifier.toString();
        Namespace namespace = new Namespace(random.nextBoolean() ? "a" : "a.v1");
        return new CacheKey(namespace, legal, random.nextInt(3));
    }

    @Test
    void parse_withCurrentVersion_completesAKeyThatAPersonWrote() {
        assertThat(CacheKey.parse("user:7", 3)).isEqualTo(new CacheKey(USER, "7", 3));
        assertThat(CacheKey.parse("user:7:v1", 3)).isEqualTo(new CacheKey(USER, "7", 1));
        assertThat(CacheKey.parse("user:a:b", 3)).isEqualTo(new CacheKey(USER, "a:b", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:7", "user", ":7:v0", "user::v0", "user:7:v01", "user:7:v-1", "user:7:v99999999999",
            "User:7:v0", "user:7:v2147483648"})
    void parse_ofWhatNoKeyRendersAs_isRefused(String text) {
        assertThatThrownBy(() -> CacheKey.parse(text)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void identifier_withControlCharacter_isRefusedWithItsPositionAndEscaped() {
        assertThatThrownBy(() -> new CacheKey(USER, "ab\ncd", 0)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("U+000A at position 2").hasMessageContaining("ab\\u000acd")
                .extracting(Throwable::getMessage).asString().doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000", "a\u007f", "a\u0085", "\ud83d", "\ude00\ud83d"})
    void identifier_thatIsBlankOrNotUnicode_isRefused(String identifier) {
        assertThatThrownBy(() -> new CacheKey(USER, identifier, 0)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void identifier_atTheLimitOfBytes_isLegalAndOneByteMoreIsRefused() {
        String most = "é".repeat((CacheKey.MAX_BYTES - "user::v0".length()) / 2);
        assertThat(new CacheKey(USER, most, 0).render().getBytes(StandardCharsets.UTF_8)).hasSize(CacheKey.MAX_BYTES);
        assertThatThrownBy(() -> new CacheKey(USER, most + "a", 0)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("at most 504");
    }

    @Test
    void neighbours_areTheVersionsBesideAsFarAsTheyAreLegal() {
        assertThat(CacheKey.parse("user:7:v0").neighbours()).extracting(CacheKey::version).containsExactlyInAnyOrder(0,
                1);
        assertThat(CacheKey.parse("user:7:v9").neighbours()).extracting(CacheKey::version).containsExactlyInAnyOrder(8,
                9, 10);
        CacheKey longest = new CacheKey(USER, "a".repeat(CacheKey.MAX_BYTES - "user::v9".length()), 9);
        assertThat(longest.neighbours()).extracting(CacheKey::version).containsExactlyInAnyOrder(8, 9);
        CacheKey last = new CacheKey(USER, "7", Integer.MAX_VALUE);
        assertThat(last.neighbours()).hasSize(2).contains(last);
    }

    @Test
    void version_thatIsNegative_isRefused() {
        assertThatThrownBy(() -> new CacheKey(USER, "7", -1)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("-1");
    }
}
