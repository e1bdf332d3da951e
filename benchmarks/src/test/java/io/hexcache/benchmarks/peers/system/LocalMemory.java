package io.hexcache.benchmarks.peers.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one writes by hand before a client of Redis: Caffeine, and one request for all that it does not hold. */
final class LocalMemory {

    private final Cache<String, Product> memory;
    private final ProductJson json;

    LocalMemory(PeerSettings settings, ProductJson json) {
        this.memory = of(settings.localEntries());
        this.json = json;
    }

    /** Expiry and statistics on. */
    static Cache<String, Product> of(int entries) {
        return Caffeine.newBuilder().maximumSize(entries).expireAfterWrite(Duration.ofHours(1)).recordStats().build();
    }

    /**
     * The values of these.
     *
     * @param request asks Redis for the rest; answers in the order asked, with null for what is not there
     */
    Map<String, Product> readAll(List<String> ids, Function<List<String>, List<byte @Nullable []>> request) {
        Map<String, Product> found = new LinkedHashMap<>(memory.getAllPresent(ids));
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (!found.containsKey(id)) {
                missing.add(id);
            }
        }
        if (missing.isEmpty()) {
            return found;
        }
        List<byte @Nullable []> answers = request.apply(missing);
        for (int i = 0; i < missing.size(); i++) {
            byte[] bytes = answers.get(i);
            if (bytes != null) {
                Product value = json.read(bytes);
                memory.put(missing.get(i), value);
                found.put(missing.get(i), value);
            }
        }
        return found;
    }
}
