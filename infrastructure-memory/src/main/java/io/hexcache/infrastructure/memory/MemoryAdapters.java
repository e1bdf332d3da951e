package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.ExistenceFilterFactory;
import io.hexcache.domain.port.JobScheduler;
import io.hexcache.domain.port.LocalCacheFactory;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.Ticker;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/**
 * The ports that need nothing but the memory of this process: L1, and an L2 for a service that runs alone. What it
 * holds is gone when the process ends, nothing here is ever away, and everything is safe for use by many threads.
 */
public final class MemoryAdapters {

    private static final int MAX_SUBJECTS = 100_000;
    private static final int MAX_COUNTERS = 1_000_000;
    private static final int MAX_JOBS = 10_000;

    private final MemoryCacheStore store;
    private final MemoryTagIndex tagIndex;
    private final MemoryStampRegister stampRegister;
    private final MemoryCounterStore counters;

    /**
     * An empty store, an empty index, an empty register, and no counters.
     *
     * @param ticker for the lives of what is held
     * @param clock for the stamps
     */
    public MemoryAdapters(Ticker ticker, InstantSource clock, MemorySettings settings) {
        this.store = new MemoryCacheStore(ticker, new MemoryEntries(ticker, settings.maxBytes()),
                new MemoryGuards(ticker));
        this.tagIndex = new MemoryTagIndex(ticker);
        this.stampRegister = new MemoryStampRegister(clock, MAX_SUBJECTS);
        this.counters = new MemoryCounterStore(ticker, MAX_COUNTERS);
    }

    /**
     * The one store of these adapters. It keeps the arrays that it is given, and answers the same ones. When its bound
     * is reached it drops the entries that are least worth keeping, which may be the newest.
     */
    public CacheStore store() {
        return store;
    }

    /** The one tag index of these adapters. It holds what is listed until its ttl has passed, however much that is. */
    public TagIndex tagIndex() {
        return tagIndex;
    }

    /** The one register of these adapters. It holds the 100,000 subjects that were stamped last. */
    public StampRegister stampRegister() {
        return stampRegister;
    }

    /** The one store of counters of these adapters. It takes 1,000,000 counters, and as many changes in a minute. */
    public CounterStore counters() {
        return counters;
    }

    /** Makes Bloom filters. */
    public ExistenceFilterFactory existenceFilters() {
        return new BloomFilters();
    }

    /**
     * A new scheduler with a timer thread of its own, which who asks for it closes. Up to 10,000 jobs wait; each runs
     * in a virtual thread.
     */
    public static JobScheduler jobScheduler(InstantSource dates) {
        return new ExecutorJobScheduler(Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(
                "hexcache-timer").daemon().factory()), Thread::startVirtualThread, dates, MAX_JOBS);
    }

    /**
     * A new journal that a crash of the process loses: for tests, and for services whose writes need not survive.
     *
     * @param maxRecords that it takes, dead letters included; 1 or more
     */
    public static WriteBehindJournal journal(long maxRecords) {
        return new MemoryJournal(maxRecords);
    }

    /** Makes an L1 per namespace, on Caffeine. */
    public LocalCacheFactory localCaches() {
        return new CaffeineLocalCaches();
    }
}
