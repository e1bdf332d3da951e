package io.hexcache.domain.stamp;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Stamps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What this node knows of the register. It learns from answers, pulses and messages by taking the larger number of
 * each, so that their order, loss and repetition do no harm. It holds no more than the register does.
 */
public final class StampTable {

    private final ConcurrentMap<Subject, Long> subjects = new ConcurrentHashMap<>();

    /** Of the namespaces of entries, which are those that were declared: each read from L2 asks for one. */
    private final ConcurrentMap<Namespace, List<Subject>> lineages = new ConcurrentHashMap<>();
    private volatile long last;
    private volatile long floor;
    private volatile long revision;

    /** Knows nothing yet: {@link #last} is 0, and every entry is invalid until something is learned. */
    public StampTable() {
        this.last = 0;
    }

    /** Learns; whether anything was new. */
    public synchronized boolean merge(Stamps learned) {
        boolean news = learned.last() > last || learned.floor() > floor;
        for (Map.Entry<Subject, Long> stamped : learned.subjects().entrySet()) {
            if (stamped.getValue() > of(stamped.getKey())) {
                subjects.put(stamped.getKey(), stamped.getValue());
                news = true;
            }
        }
        floor = Math.max(floor, learned.floor());
        last = Math.max(last, learned.last());
        if (subjects.size() > Stamps.MAX_SUBJECTS) {
            subjects.values().removeIf(stamp -> stamp <= floor);
        }
        if (news) {
            // Last: who has read the new revision sees everything above.
            revision = revision + 1;
        }
        return news;
    }

    /** The largest stamp that was heard of; to be read before anything is read that an entry will be made of. */
    public long last() {
        return last;
    }

    /** Changes whenever an entry that was valid may not be valid any more. */
    public long revision() {
        return revision;
    }

    /** Whether nothing that the entry belongs to was invalidated since its stamp, as far as is known here. */
    public boolean isValid(CacheEntry<?> entry) {
        return entry.provenance().stamp() >= required(entry);
    }

    /** The smallest stamp with which this entry would be valid. */
    public long required(CacheEntry<?> entry) {
        long required = cleared(entry.key().namespace());
        for (Tag tag : entry.tags()) {
            required = Math.max(required, of(Subject.of(tag)));
        }
        // Last: a stamp is dropped only after the floor has been raised above it.
        required = Math.max(required, floor);
        return required == 0 ? Long.MAX_VALUE : required;
    }

    /**
     * The stamp of the last clear of this namespace or one above it, 0 if none is known. The floor is not among it: it
     * also rises where the register has lost or forgotten something, which is no reason to lose what no source can
     * give back.
     */
    public long cleared(Namespace namespace) {
        long cleared = of(Subject.EVERYTHING);
        for (Subject ancestor : lineages.computeIfAbsent(namespace, Subject::lineage)) {
            cleared = Math.max(cleared, of(ancestor));
        }
        return cleared;
    }

    private long of(Subject subject) {
        return subjects.getOrDefault(subject, 0L);
    }
}
