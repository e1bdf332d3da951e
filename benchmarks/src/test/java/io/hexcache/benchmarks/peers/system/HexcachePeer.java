package io.hexcache.benchmarks.peers.system;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.ReadOptions;
import io.hexcache.domain.strategy.WriteOptions;
import io.hexcache.domain.tier.WriteTarget;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** This cache. Its reads of Redis go past L1 and share nothing; all else of the path is on. */
final class HexcachePeer implements LocalReads, Loads, BatchReads, Removals {

    private static final ReadOptions FROM_L2 = ReadOptions.NONE.bypassingL1().withoutPromotion().alone();
    private static final WriteOptions INTO_L2 = WriteOptions.NONE.into(WriteTarget.L2_ONLY);
    private static final Tag TAG = new Tag("doomed");

    private final HexcacheNode node;
    private final Cache<Product> cache;

    HexcachePeer(HexcacheNode node) {
        this.node = node;
        this.cache = node.cache();
    }

    @Override
    public void keep(String id, Product value) {
        cache.put(id, value);
    }

    @Override
    public @Nullable Product readLocal(String id) {
        return cache.get(id) instanceof Lookup.Hit<Product> hit && hit.tier() == Tier.L1 ? hit.found() : null;
    }

    @Override
    public void store(String id, Product value) {
        cache.put(id, value, INTO_L2);
    }

    @Override
    public @Nullable Product read(String id) {
        return cache.get(id, FROM_L2) instanceof Lookup.Hit<Product> hit ? hit.found() : null;
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        return cache.getOrLoad(id, loader);
    }

    @Override
    public void storeForBatch(String id, Product value) {
        store(id, value);
    }

    @Override
    public Map<String, Product> readAll(List<String> ids) {
        Map<String, Product> found = new LinkedHashMap<>();
        cache.getAll(ids).forEach((id, answer) -> {
            if (answer instanceof Lookup.Hit<Product> hit) {
                found.put(id, hit.found());
            }
        });
        return found;
    }

    @Override
    public Set<Selection> selections() {
        return EnumSet.allOf(Selection.class);
    }

    @Override
    public void storeDoomed(String id, Product value) {
        cache.put(id, value, INTO_L2.withTags(Set.of(TAG)));
    }

    @Override
    public long remove(Selection selection) {
        String prefix = HexcacheNode.NAMESPACE + ":" + DOOMED;
        return node.invalidate(switch (selection) {
            case TAG -> new KeySelection.Tagged(Set.of(TAG));
            case PREFIX -> new KeySelection.StartingWith(prefix);
            case PATTERN -> new KeySelection.Matching(KeyPattern.of(prefix + "*"));
        }).removed();
    }

    @Override
    public void close() {
        node.close();
    }
}
