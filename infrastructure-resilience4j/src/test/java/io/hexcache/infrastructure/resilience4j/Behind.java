package io.hexcache.infrastructure.resilience4j;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import io.hexcache.infrastructure.memory.MemorySettings;
import java.time.InstantSource;
import java.util.Set;

/** Ports behind breakers, for the suites of the ports. */
final class Behind {

    private Behind() {}

    static MemoryAdapters memory(FakeTicker ticker) {
        return new MemoryAdapters(ticker, InstantSource.system(), MemorySettings.DEFAULT);
    }

    static RemoteBreakers closed() {
        return new RemoteBreakers("store", BreakerSettings.DEFAULT, System::nanoTime);
    }

    /** Breakers that are open, and stay so. */
    static RemoteBreakers open() {
        RemoteBreakers breakers = new RemoteBreakers("store", BreakerSettings.DEFAULT, new FakeTicker());
        StampRegister register = breakers.around(away(StampRegister.class, memory(new FakeTicker()).stampRegister()));
        for (int i = 0; i < BreakerSettings.DEFAULT.failures(); i++) {
            attempt(() -> register.read(0, 0));
            attempt(() -> register.stamp(Set.of(), 0));
        }
        return breakers;
    }

    static <P> P away(Class<P> type, P port) {
        OtherSide away = new OtherSide();
        away.fails(new CacheConnectionException("nothing listens; start it"));
        return away.before(type, port);
    }

    static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException expected) {
            // What it throws is what another test is about.
        }
    }
}
