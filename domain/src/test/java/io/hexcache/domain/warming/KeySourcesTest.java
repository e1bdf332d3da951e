package io.hexcache.domain.warming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.hotkey.HotKeyDetector;
import io.hexcache.domain.hotkey.HotKeySettings;
import io.hexcache.domain.key.CacheKeyGenerator;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.SelectionTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeySourcesTest {

    private static final CacheKeyGenerator USERS = new CacheKeyGenerator(new Namespace("user"), 2);

    private static List<String> keys(KeySource source) {
        try (Stream<String> identifiers = source.identifiers()) {
            return identifiers.toList();
        }
    }

    @Test
    void critical_areThoseInTheirOrder_eachTime() {
        KeySource source = KeySources.critical(List.of("b", "a"));

        assertThat(keys(source)).containsExactly("b", "a");
        assertThat(keys(source)).containsExactly("b", "a");
    }

    @Test
    void popular_areTheHottestFirst() {
        HotKeyDetector detector = new HotKeyDetector(new HotKeySettings(1, Duration.ofMinutes(1), 64, 10), () -> 0);
        for (String read : List.of("a", "b", "b", "b", "c", "c")) {
            detector.countAndTest(read);
        }

        assertThat(keys(KeySources.popular(detector, 2))).containsExactly("b", "c");
    }

    @Test
    void recent_areTheLatestFirst_eachOnce() {
        RecentActivity activity = new RecentActivity(10);
        Stream.of("a", "b", "c", "a").forEach(activity::note);

        assertThat(keys(KeySources.recent(activity))).containsExactly("a", "c", "b");
    }

    @Test
    void recent_moreThanAreKept_areTheLatest() {
        RecentActivity activity = new RecentActivity(2);
        Stream.of("a", "b", "c", "b", "d").forEach(activity::note);

        assertThat(keys(KeySources.recent(activity))).containsExactly("d", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100_001})
    void recent_keepsAnAbsurdNumber_isRefused(int kept) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new RecentActivity(kept))
                .withMessageContaining("1 to 100000");
    }

    @Test
    void ofUsers_areAllResourcesOfEach() {
        KeySource source = KeySources.ofUsers(USERS, () -> Stream.of("7", "8"), List.of("profile", "cart"));

        assertThat(keys(source)).containsExactly("7:profile", "7:cart", "8:profile", "8:cart");
    }

    @Test
    void ofUsers_illegalId_isRefused() {
        KeySource source = KeySources.ofUsers(USERS, () -> Stream.of("7:8"), List.of("profile"));

        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> keys(source));
    }

    @Test
    void ofEntities_areWhatTheTemplateMakes() {
        KeySource source = KeySources.ofEntities(SelectionTemplate.key("product:{shop}:{id}:v0"),
                () -> Stream.of(Map.of(
                        "shop", "a", "id", "1"), Map.of("shop", "b", "id", "2")));

        assertThat(keys(source)).containsExactly("a:1", "b:2");
    }

    @Test
    void ofEntities_missingAttribute_isAnError() {
        KeySource source = KeySources.ofEntities(SelectionTemplate.key("product:{id}:v0"), () -> Stream.of(Map.of(
                "name", "x")));

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> keys(source))
                .withMessageContaining("'id'");
    }

    @Test
    void ofEntities_templateOfAPattern_isAnError() {
        KeySource source = KeySources.ofEntities(SelectionTemplate.pattern("product:{id}:*"), () -> Stream.of(Map.of(
                "id", "1")));

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> keys(source))
                .withMessageContaining("names no keys");
    }
}
