package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = ' ', value = {"user:* user:7 true", "user:* users:7 false",
            "u?er:7 user:7 true", "u?er:7 uer:7 false", "* anything true", "user:[0-9] user:5 true",
            "user:[0-9] user:a false", "user:[9-0] user:5 true", "user:[^0-9] user:a true", "user:[^0-9] user:5 false",
            "user:\\* user:* true", "user:\\* user:7 false", "user:[\\]] user:] true", "user:[a-] user:a false",
            "a**b axxb true", "a*b*c aXbYc true", "a*b*c aXbY false", "user:?? user:é true", "user:? user:é false",
            "[] a false", "[^] a true", "a\\ a\\ true"})
    void matches_followsTheGrammarOfRedis(String pattern, String text, boolean expected) {
        if (pattern.equals("user:[a-]")) {
            assertThatThrownBy(() -> KeyPattern.of(pattern)).isInstanceOf(InvalidKeyException.class);
            return;
        }
        assertThat(KeyPattern.of(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void matches_onRandomInput_agreesWithANaiveMatcher() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            String pattern = random(random, "ab*?", 1, 8);
            String text = random(random, "ab", 0, 8);
            boolean expected = naive(pattern, 0, text, 0);
            assertThat(KeyPattern.of(pattern).matches(text)).as("'%s' on '%s'", pattern, text).isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).as("the input must hit both outcomes often").isBetween(20_000, 180_000);
    }

    private static boolean naive(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '*') {
            return naive(pattern, p + 1, text, t) || (t < text.length() && naive(pattern, p, text, t + 1));
        }
        return (t < text.length()) && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))
                && naive(pattern,
                        p + 1, text, t + 1);
    }

    private static String random(RandomGenerator random, String alphabet, int min, int max) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(min, max); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void matches_onTheWorstInput_ends() {
        KeyPattern worst = KeyPattern.of("*a".repeat(15) + "b");
        String text = "a".repeat(100_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(worst.matches(text)).isFalse());
    }

    @Test
    void quote_ofAnyText_matchesThatTextAlone() {
        RandomGenerator random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, "a*?[]^-\\é", 1, 6);
            KeyPattern quoted = KeyPattern.of(KeyPattern.quote(text));
            assertThat(quoted.matches(text)).as(text).isTrue();
            assertThat(quoted.matches(text + "a")).as(text).isFalse();
            assertThat(quoted.literalPrefix()).isEqualTo(text);
        }
    }

    @Test
    void literalPrefix_isThePlainTextBeforeTheFirstWildcard() {
        assertThat(KeyPattern.of("user:é*").literalPrefix()).isEqualTo("user:é");
        assertThat(KeyPattern.of("*").literalPrefix()).isEmpty();
        assertThat(KeyPattern.of("us[e]r:[78]").literalPrefix()).isEqualTo("user:");
        assertThat(KeyPattern.of("a\\*b?").literalPrefix()).isEqualTo("a*b");
    }

    @Test
    void literalPrefix_endsBeforeACharacterThatAClassCutsInTwo() {
        // 0xC3 alone is the first byte of é and of others: as a string it would not survive.
        byte[] firstByteThenAny = {'a', (byte) 0xc3};
        assertThat(new String(firstByteThenAny, StandardCharsets.UTF_8)).endsWith("\ufffd");
        assertThat(KeyPattern.of("a[\\é]").literalPrefix()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a[b", "user:[^", "[a-", "[\\]", ""})
    void pattern_withAnUnclosedClassOrNothing_isRefused(String pattern) {
        assertThatThrownBy(() -> KeyPattern.of(pattern)).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void pattern_beyondItsLimits_isRefusedWithTheLimit() {
        assertThat(KeyPattern.of("a".repeat(256)).text()).hasSize(256);
        assertThatThrownBy(() -> KeyPattern.of("a".repeat(257))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("256");
        assertThat(KeyPattern.of("*a".repeat(16)).text()).hasSize(32);
        assertThatThrownBy(() -> KeyPattern.of("*".repeat(17))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("17 wildcards");
    }
}
