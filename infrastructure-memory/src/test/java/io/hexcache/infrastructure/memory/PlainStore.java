package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A store as plain as can be, with its rules one by one, so that a wrong one can break a single rule. */
class PlainStore implements CacheStore {

    /** What stands under a key. */
    record Slot(Optional<StoredBytes> entry, Hold hold) {}

    /** What a step answers and leaves. */
    record Turn<T>(T answer, Optional<StoredBytes> entry, Hold hold) {}

    final Ticker ticker;
    private final Map<CacheKey, Slot> slots = new ConcurrentHashMap<>();

    PlainStore(Ticker ticker) {
        this.ticker = ticker;
    }

    <T> T step(CacheKey key, Function<Slot, Turn<T>> step) {
        synchronized (slots) {
            return take(key, slotOf(key), step);
        }
    }

    final <T> T take(CacheKey key, Slot slot, Function<Slot, Turn<T>> step) {
        Turn<T> turn = step.apply(slot);
        slots.put(key, new Slot(turn.entry, turn.hold));
        return turn.answer;
    }

    final Slot slotOf(CacheKey key) {
        Slot slot = slots.getOrDefault(key, new Slot(Optional.empty(), Hold.free()));
        return new Slot(slot.entry.filter(stored -> stored.isLive(now())), at(slot.hold));
    }

    final long now() {
        return ticker.read();
    }

    Hold at(Hold hold) {
        return hold.at(now());
    }

    boolean isDead(StoredBytes stored, Optional<Token> dead) {
        return dead.filter(stored::isNamed).isPresent();
    }

    boolean mayFill(Hold hold, Token token) {
        return hold.isLeaseOf(token);
    }

    Hold begun(Hold hold, Token token) {
        return hold.begun(token, now());
    }

    Hold ended(Hold hold, Token token) {
        return hold.ended(token, now());
    }

    Hold removed(Hold hold) {
        return hold.removed(now());
    }

    Hold released(Hold hold, Token token) {
        return hold.isLeaseOf(token) ? Hold.free() : hold;
    }

    Hold overwritten(Hold hold) {
        return Hold.free();
    }

    StoredBytes cut(StoredBytes stored) {
        return stored.capped(now());
    }

    StoredBytes prolonged(StoredBytes stored, Duration life) {
        return stored.living(life, now());
    }

    Optional<StoredBytes> refused(Optional<StoredBytes> stored) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return slotOf(key).entry.map(stored -> stored.answer(now()));
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return step(fetch.key(), slot -> {
            Optional<StoredBytes> entry = slot.entry.filter(stored -> !isDead(stored, fetch.dead()));
            Optional<StoredEntry> answer = entry.map(stored -> stored.answer(now()));
            if (answer.isPresent() && answer.get().remainingLife().compareTo(fetch.leaseBelow()) > 0) {
                return new Turn<>(new Fetched.Found(answer.get()), entry, slot.hold);
            }
            return slot.hold.isFree()
                    ? new Turn<>(new Fetched.Leased(answer), entry, Hold.readBy(fetch.token(), now()))
                    : new Turn<>(new Fetched.Held(slot.hold.kind(), answer), entry, slot.hold);
        });
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        keys.forEach(key -> step(key, slot -> new Turn<>(key, slot.entry.map(this::cut), begun(slot.hold, token))));
    }

    @Override
    public boolean fill(Write write) {
        return step(write.key(), slot -> mayFill(slot.hold, write.token())
                ? new Turn<>(true, stored(write), Hold.free())
                : new Turn<>(false, slot.entry, slot.hold));
    }

    private Optional<StoredBytes> stored(Write write) {
        return Optional.of(StoredBytes.of(write, now()));
    }

    @Override
    public boolean put(Write write) {
        return step(write.key(), slot -> slot.hold.isWriteOf(write.token())
                ? new Turn<>(true, stored(write), Hold.free())
                : new Turn<>(false, refused(slot.entry), ended(slot.hold, write.token())));
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        keys.forEach(key -> step(key, slot -> new Turn<>(key, Optional.empty(), ended(slot.hold, token))));
    }

    @Override
    public void release(CacheKey key, Token token) {
        step(key, slot -> new Turn<>(key, slot.entry, released(slot.hold, token)));
    }

    boolean isMet(SetCondition condition, Write write, Optional<StoredBytes> stored) {
        return switch (condition) {
            case SetCondition.Always _ -> true;
            case SetCondition.IfAbsent _ -> stored.isEmpty();
            case SetCondition.IfPresent _ -> stored.isPresent();
            case SetCondition.IfUnchanged(Token entry) -> stored.filter(found -> found.isNamed(entry)).isPresent();
            case SetCondition.IfNewer _ -> stored.filter(found -> found.version() >= write.version()).isEmpty();
        };
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return step(write.key(), slot -> isMet(condition, write, slot.entry)
                ? new Turn<>(true, stored(write), overwritten(slot.hold))
                : new Turn<>(false, slot.entry, slot.hold));
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        return step(key, slot -> {
            Optional<StoredBytes> left = slot.entry.map(stored -> prolonged(stored, life));
            return new Turn<>(left.map(stored -> stored.remaining(now())), left, slot.hold);
        });
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return keys.stream().filter(key -> step(key, slot -> new Turn<>(slot.entry.isPresent(), Optional.empty(),
                removed(slot.hold)))).count();
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        voidGuards(selection);
        return removeEntries(selection);
    }

    void voidGuards(KeySelection.ByName selection) {
        slots.keySet().stream().filter(selection::selects)
                .forEach(key -> step(key, slot -> new Turn<>(key, slot.entry, removed(slot.hold))));
    }

    final boolean isGuarded(KeySelection.ByName selection) {
        return slots.keySet().stream().anyMatch(key -> selection.selects(key) && !slotOf(key).hold.isFree());
    }

    final long removeEntries(KeySelection.ByName selection) {
        return slots.keySet().stream().filter(selection::selects).filter(key -> step(key,
                slot -> new Turn<>(slot.entry.isPresent(), Optional.empty(), slot.hold))).count();
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        List<CacheKey> keys = slots.keySet().stream().filter(selection::selects)
                .filter(key -> slotOf(key).entry.isPresent()).toList();
        return new Survey(keys.size(), keys.stream().limit(samples).toList());
    }

    @Override
    public Inspection inspect(CacheKey key) {
        Slot slot = slotOf(key);
        return new Inspection(slot.entry.map(stored -> stored.answer(now())), slot.hold.kind());
    }

    @Override
    public void watch(Runnable onReplaced) {
        // Never replaced.
    }

    @Override
    public void ping() {
        // It is there.
    }
}
