package io.hexcache.bootstrap.node;

import dagger.Module;
import dagger.Provides;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import io.hexcache.domain.time.Ticker;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import javax.inject.Singleton;

/** The one place from which real time and real randomness come. */
@Module
final class TimeModule {

    private TimeModule() {}

    @Provides
    static InstantSource dates() {
        return InstantSource.system();
    }

    @Provides
    static Ticker ticker() {
        return System::nanoTime;
    }

    /** Safe for many threads, and seeded by the system, so that no two nodes make the same token. */
    @Provides
    @Singleton
    static RandomGenerator random() {
        return new SecureRandom();
    }

    /** Loads run in threads of their own, of which there may be many. */
    @Provides
    @Singleton
    static NodeRuntime runtime(Ticker ticker, InstantSource dates, RandomGenerator random) {
        ThreadFactory threads = Thread.ofVirtual().name("cache-load-", 0).factory();
        return new NodeRuntime(ticker, dates, new BlockingWaiter(), random, load -> threads.newThread(load).start());
    }
}
