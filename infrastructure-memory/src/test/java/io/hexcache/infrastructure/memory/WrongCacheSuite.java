package io.hexcache.infrastructure.memory;

import io.hexcache.contract.LocalCacheContract;
import io.hexcache.contract.OnlyForVerdict;
import io.hexcache.domain.port.LocalCacheFactory;
import java.time.Duration;

/** The suite of L1 caches on one that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongCacheSuite extends LocalCacheContract {

    private final LocalCacheFactory wrong;

    WrongCacheSuite(LocalCacheFactory wrong) {
        this.wrong = wrong;
    }

    @Override
    public LocalCacheFactory factory() {
        return wrong;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(200);
    }
}
