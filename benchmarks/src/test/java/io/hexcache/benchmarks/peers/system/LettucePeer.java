package io.hexcache.benchmarks.peers.system;

import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lettuce, and what one writes on it by hand: cache-aside, and MGET behind Caffeine. */
final class LettucePeer implements RemoteReads, Loads, BatchReads {

    private static final String PREFIX = "key:";

    private final ProductJson json = new ProductJson();
    private final LocalMemory memory;
    private final LettuceLine line;
    private final RedisCommands<String, byte[]> commands;

    LettucePeer(LettuceLine line, PeerSettings settings) {
        this.memory = new LocalMemory(settings, json);
        this.line = line;
        this.commands = line.connection().sync();
    }

    @Override
    public void store(String id, Product value) {
        commands.set(PREFIX + id, json.write(value), SetArgs.Builder.ex(StoredFor.SECONDS));
    }

    @Override
    public @Nullable Product read(String id) {
        byte[] bytes = commands.get(PREFIX + id);
        return bytes == null ? null : json.read(bytes);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        Product cached = read(id);
        if (cached != null) {
            return cached;
        }
        Product loaded = loader.apply(id);
        store(id, loaded);
        return loaded;
    }

    @Override
    public void storeForBatch(String id, Product value) {
        store(id, value);
    }

    @Override
    public Map<String, Product> readAll(List<String> ids) {
        return memory.readAll(ids, this::request);
    }

    private List<byte @Nullable []> request(List<String> ids) {
        String[] keys = ids.stream().map(PREFIX::concat).toArray(String[]::new);
        return commands.mget(keys).stream().<byte @Nullable []>map(answer -> answer.getValueOrElse(null)).toList();
    }

    @Override
    public void close() {
        line.close();
    }
}
