package io.hexcache.domain.warming;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.hotkey.HotKey;
import io.hexcache.domain.hotkey.HotKeyDetector;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.CacheKeyGenerator;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.SelectionTemplate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The usual kinds of keys to warm. Computed aggregates are a fixed list of keys with a loader that computes. */
public final class KeySources {

    private KeySources() {}

    /** Always these, in this order: what the service cannot do without. */
    public static KeySource critical(List<String> identifiers) {
        return List.copyOf(identifiers)::stream;
    }

    /** Those that are read most, as far as this node knows, the hottest first. */
    public static KeySource popular(HotKeyDetector detector, int most) {
        return () -> detector.top(most).keys().stream().map(HotKey::identifier);
    }

    /** Those that were used last, the latest first. */
    public static KeySource recent(RecentActivity activity) {
        return () -> activity.latestFirst().stream();
    }

    /**
     * What belongs to some users: every one of these resources of each.
     *
     * @param users their ids; asked at the beginning of each run
     */
    public static KeySource ofUsers(CacheKeyGenerator keys, Supplier<Stream<String>> users,
            Collection<String> resources) {
        List<String> all = List.copyOf(resources);
        return () -> users.get().flatMap(user -> all.stream().map(resource -> keys.user(user, resource).identifier()));
    }

    /**
     * The keys that a template makes for some entities.
     *
     * @param template of a key, such as <code>product:{productId}:v0</code>; one of a pattern or a tag is refused when
     *            the source is asked, since it names no keys
     * @param entities their attributes; asked at the beginning of each run. One that lacks an attribute ends the run
     */
    public static KeySource ofEntities(SelectionTemplate template, Supplier<Stream<Map<String, String>>> entities) {
        return () -> entities.get().flatMap(entity -> named(template, entity).stream().map(CacheKey::identifier));
    }

    private static Set<CacheKey> named(SelectionTemplate template, Map<String, String> entity) {
        KeySelection selection = template.select(name -> Optional.ofNullable(entity.get(name)).orElseThrow(
                () -> new CacheConfigurationException("template %s asks for the attribute '%s'; there are %s".formatted(
                        template, name, entity.keySet()))));
        if (selection instanceof KeySelection.Keys(var keys)) {
            return keys;
        }
        throw new CacheConfigurationException("template " + template
                + " names no keys to warm; write one of a key, such as 'product:{productId}:v0'");
    }
}
