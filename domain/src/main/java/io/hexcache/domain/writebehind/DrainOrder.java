package io.hexcache.domain.writebehind;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.DrainPriority;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * In which order keys that wait are drained: by priority, then by time; but every {@value #TURN}th goes the other way
 * round, so that none waits for ever. Guarded by its owner's lock.
 */
final class DrainOrder {

    /** How often the least urgent goes first. */
    static final int TURN = 4;

    private final Map<CacheKey, Place> places = new HashMap<>();
    private final Map<DrainPriority, NavigableSet<Place>> byPriority = new EnumMap<>(DrainPriority.class);
    private final NavigableSet<Place> byDue = new TreeSet<>(Place::byDue);
    private long lastNumber;
    private long taken;
    private int undelayed;

    /** A key waits from now on, or goes on to wait: it keeps what of its old place is earlier. */
    void add(CacheKey key, DrainPriority priority, long earliest, long due, boolean delayed) {
        Optional<Place> before = remove(key);
        Place place = new Place(key, priority, before.map(Place::number).orElseGet(() -> ++lastNumber), before.map(
                old -> earlier(old.earliest(), earliest)).orElse(earliest),
                before.map(old -> earlier(old.due(), due))
                        .orElse(due),
                delayed);
        places.put(key, place);
        byDue.add(place);
        of(priority).add(place);
        undelayed += delayed ? 0 : 1;
    }

    private NavigableSet<Place> of(DrainPriority priority) {
        return byPriority.computeIfAbsent(priority, any -> new TreeSet<>(Place::byEarliest));
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    /** The key does not wait any more; its place, if it had one. */
    Optional<Place> remove(CacheKey key) {
        Optional<Place> place = Optional.ofNullable(places.remove(key));
        place.ifPresent(known -> {
            byDue.remove(known);
            of(known.priority()).remove(known);
            undelayed -= known.delayed() ? 0 : 1;
        });
        return place;
    }

    /** Takes the next key that may be drained at this reading of the ticker. */
    Optional<CacheKey> take(long now) {
        List<DrainPriority> priorities = List.of(DrainPriority.values());
        List<DrainPriority> order = taken % TURN == TURN - 1 ? priorities.reversed() : priorities;
        for (DrainPriority priority : order) {
            NavigableSet<Place> waiting = of(priority);
            if (!waiting.isEmpty() && waiting.first().earliest() - now <= 0) {
                taken++;
                CacheKey key = waiting.first().key();
                remove(key);
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Makes all that wait due at this reading. */
    void hurry(long now) {
        List.copyOf(places.values()).forEach(place -> add(place.key(), place.priority(), now, now, place.delayed()));
    }

    /** When the next drain is to begin; empty if nothing waits. */
    OptionalLong nextDue() {
        return byDue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byDue.first().due());
    }

    /** How many keys wait that were not told to. */
    int undelayed() {
        return undelayed;
    }
}
