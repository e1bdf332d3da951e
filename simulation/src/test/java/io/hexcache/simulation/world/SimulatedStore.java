package io.hexcache.simulation.world;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.simulation.port.ScannedStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The one store of all nodes, in which each call is one step and nothing ever fails; what fails is the way to it. It
 * can be replaced by an older copy of itself, as when a replica is promoted.
 */
public final class SimulatedStore implements ScannedStore, StampRegister, TagIndex {

    /** Dates of the store's clock begin here. */
    private static final long EPOCH_MICROS = 1_767_225_600_000_000L;

    private final LongSupplier time;
    private final List<Runnable> watchers = new ArrayList<>();
    private StoreImage image;
    private long offset;
    private long generation;

    /** An empty store with this clock, in nanoseconds. */
    public SimulatedStore(LongSupplier time) {
        this.time = time;
        this.image = StoreImage.empty(0);
    }

    private long now() {
        return time.getAsLong();
    }

    private long micros() {
        return EPOCH_MICROS + (now() + offset) / 1_000;
    }

    StoreImage image() {
        return image;
    }

    /** What it holds now. */
    public StoreImage snapshot() {
        return image.copy(now());
    }

    /** Another store answers from now on. */
    public void replaceBy(StoreImage other, Duration clockMoves) {
        image = other;
        offset += clockMoves.toNanos();
        generation++;
        watchers.forEach(Runnable::run);
    }

    /** Raised with each replacement. */
    public long generation() {
        return generation;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return image.slot(key).answer(now());
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        Slot slot = image.slot(fetch.key());
        fetch.dead().ifPresent(dead -> slot.dropIf(dead, now()));
        Optional<StoredEntry> found = slot.answer(now());
        if (found.isPresent() && found.get().remainingLife().compareTo(fetch.leaseBelow()) > 0) {
            return new Fetched.Found(found.get());
        }
        Guard before = slot.guard(now());
        return slot.lease(fetch.token(), now()) ? new Fetched.Leased(found) : new Fetched.Held(before, found);
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        keys.forEach(key -> image.slot(key).begin(token, now()));
    }

    @Override
    public boolean fill(Write write) {
        return image.slot(write.key()).fill(write, now());
    }

    @Override
    public boolean put(Write write) {
        return image.slot(write.key()).put(write, now());
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        keys.forEach(key -> image.slot(key).abandon(token, now()));
    }

    @Override
    public void release(CacheKey key, Token token) {
        image.slot(key).release(token, now());
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        Slot slot = image.slot(write.key());
        Optional<Write> entry = slot.entry(now());
        boolean holds = switch (condition) {
            case SetCondition.Always() -> true;
            case SetCondition.IfAbsent() -> entry.isEmpty();
            case SetCondition.IfPresent() -> entry.isPresent();
            case SetCondition.IfUnchanged(Token token) -> entry.filter(live -> live.token().equals(token)).isPresent();
            case SetCondition.IfNewer() -> entry.filter(live -> live.version() >= write.version()).isEmpty();
        };
        if (holds) {
            slot.set(write, now());
        }
        return holds;
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return image.slot(key).expire(life, now());
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        long removed = 0;
        for (CacheKey key : keys) {
            Slot slot = image.slot(key);
            slot.voidGuard(now());
            removed += slot.dropEntry(now()) ? 1 : 0;
        }
        return removed;
    }

    @Override
    public void voidGuards(KeySelection.ByName selection) {
        image.slots.forEach((key, slot) -> {
            if (selection.selects(key)) {
                slot.voidGuard(now());
            }
        });
    }

    @Override
    public long removeEntries(KeySelection.ByName selection) {
        return image.slots.entrySet().stream().filter(entry -> selection.selects(entry.getKey()))
                .filter(entry -> entry.getValue().dropEntry(now())).count();
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        List<CacheKey> keys = image.slots.entrySet().stream().filter(entry -> selection.selects(entry.getKey())
                && entry.getValue().entry(now()).isPresent()).map(entry -> entry.getKey()).toList();
        return new Survey(keys.size(), keys.subList(0, Math.min(samples, keys.size())));
    }

    @Override
    public Inspection inspect(CacheKey key) {
        Slot slot = image.slot(key);
        return new Inspection(slot.answer(now()), slot.guard(now()));
    }

    @Override
    public void watch(Runnable onReplaced) {
        watchers.add(onReplaced);
    }

    @Override
    public void ping() {
        // It always takes something.
    }

    @Override
    public Stamps read(long since, long told) {
        return image.register.read(since, told, micros());
    }

    @Override
    public Stamps stamp(Set<Subject> subjects, long told) {
        return image.register.stamp(subjects, told, micros());
    }

    @Override
    public void add(Set<Tag> tags, CacheKey key, Duration ttl) {
        image.tags.add(tags, key, ttl, now());
    }

    @Override
    public List<TagMember> members(Tag tag, int limit) {
        return image.tags.members(tag, limit, now());
    }

    @Override
    public void removeUnchanged(Tag tag, Collection<TagMember> members) {
        image.tags.removeUnchanged(tag, members);
    }

    @Override
    public long size(Tag tag) {
        return image.tags.size(tag, now());
    }

    long raise(Origin origin, long told) {
        return image.heads.raise(origin, told, now());
    }

    Heads exchange(Origin origin, Beat own) {
        return image.heads.exchange(origin, own, now());
    }

    void leave(Origin origin) {
        image.heads.leave(origin, now());
    }
}
