package io.hexcache.simulation.world;

import io.hexcache.domain.key.CacheKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that a store holds at one moment; a replica is an older copy of it. */
public final class StoreImage {

    final Map<CacheKey, Slot> slots;
    final Register register;
    final HeadLines heads;
    final TagMembers tags;
    final long madeAt;

    private StoreImage(Map<CacheKey, Slot> slots, Register register, HeadLines heads, TagMembers tags, long madeAt) {
        this.slots = slots;
        this.register = register;
        this.heads = heads;
        this.tags = tags;
        this.madeAt = madeAt;
    }

    static StoreImage empty(long now) {
        return new StoreImage(new LinkedHashMap<>(), new Register(), new HeadLines(), new TagMembers(), now);
    }

    StoreImage copy(long now) {
        Map<CacheKey, Slot> copied = new LinkedHashMap<>();
        slots.forEach((key, slot) -> {
            if (!slot.isEmpty(now)) {
                copied.put(key, slot.copy());
            }
        });
        return new StoreImage(copied, register.copy(), heads.copy(), tags.copy(), now);
    }

    /** Entries and guards of this image, the rest of another one, which lies in another slot and did not fail over. */
    StoreImage withRegisterOf(StoreImage other) {
        return new StoreImage(slots, other.register, other.heads, tags, madeAt);
    }

    /** Entries and guards of another image, the rest of this one. */
    StoreImage withEntriesOf(StoreImage other) {
        return new StoreImage(other.slots, register, heads, other.tags, madeAt);
    }

    Slot slot(CacheKey key) {
        return slots.computeIfAbsent(key, same -> new Slot());
    }
}
