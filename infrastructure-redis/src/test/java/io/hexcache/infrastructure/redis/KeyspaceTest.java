package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyspaceTest {

    private static final CacheKey KEY = CacheKey.parse("user:{7}%:v3");

    private final Keyspace keyspace = new Keyspace("p");

    @Test
    void names_escapeBracesAndPercent() {
        assertThat(text(keyspace.entry(KEY))).isEqualTo("p:{user:%7B7%7D%25:v3}");
        assertThat(text(keyspace.guard(KEY))).isEqualTo("p:{user:%7B7%7D%25:v3}:g");
        assertThat(text(keyspace.tag(new Tag("a{b}%")))).isEqualTo("p:tag:{a%7Bb%7D%25}");
        assertThat(text(keyspace.channel())).isEqualTo("p:changes");
        assertThat(text(keyspace.scanPattern("us*r:{"))).isEqualTo("p:{us\\*r:%7B*");
    }

    @Test
    void parse_isTheInverse_forAnyLegalKey() {
        String alphabet = "{}%:g7BD25v*\\ \u00e4\u4f60";
        // Java's Random gives the same numbers for a seed on every machine.
        RandomGenerator random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            StringBuilder identifier = new StringBuilder("x");
            random.ints(random.nextInt(40), 0, alphabet.length()).forEach(i -> identifier.append(alphabet.charAt(i)));
            CacheKey key = new CacheKey(new Namespace("a.b-c"), identifier.toString(), random.nextInt(3));

            assertThat(keyspace.parse(keyspace.entry(key))).contains(new Keyspace.Name(key, false));
            assertThat(keyspace.parse(keyspace.guard(key))).contains(new Keyspace.Name(key, true));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "p", "p:{user:7:v0", "q:{user:7:v0}", "p:{user:7}", "p:{user:7:v0}:x", "p:{user:7:v0}:g:g",
                    "p:tag:{user:7:v0}", "p:{user:{7}:v0}", "p:{user:%7b7:v0}", "p:{user:%:v0}", "p:{USER:7:v0}",
                    "pp:{user:7:v0}",
                    "p:{user:7:v00}", " p:{user:7:v0}", "p:{user:7:v0}\n"})
    void parse_foreignName_isNothing(String name) {
        assertThat(keyspace.parse(name.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void parse_notUtf8_isNothing() {
        assertThat(keyspace.parse("p:{user:\u00e4:v0}".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }
}
