package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A counter whose slot moves just when its outcomes change places, so that one of its keys goes and is made again. */
@RealRedis
@Timeout(60)
class RedisClusterCounterMoveTest {

    private static final CounterKey KEY = new CounterKey(new Namespace("moving"), "visits");

    private final RedisCluster cluster;
    private final String outcomes;

    RedisClusterCounterMoveTest(RedisCluster shared) {
        this.cluster = shared;
        this.outcomes = new String(new Keyspace("hexcache").counterAndOutcomes(KEY).get(1), StandardCharsets.UTF_8);
    }

    private long add(CounterStore counters, int operation) {
        return counters.add(KEY, new CounterChange(1, new OperationId("%032x".formatted(operation)), Optional.empty(),
                new CounterAge(0, 7)));
    }

    private void letOutcomesBeOld() {
        cluster.command(outcomes, "HSET", "began", "1");
    }

    @Test
    void outcomesChangePlacesWhileTheSlotMoves_eachChangeIsCountedOnce() {
        cluster.flush();
        int slot = cluster.slot(outcomes);
        RedisProcess from = cluster.primaryOf(slot);
        RedisProcess to = cluster.primaries().stream().filter(primary -> primary != from).findFirst().orElseThrow();
        try (RedisAdapters adapters = Redises.connect(RedisSettings.of(cluster.uri()))) {
            CounterStore counters = adapters.counters();
            add(counters, 1);
            letOutcomesBeOld();
            add(counters, 2);
            letOutcomesBeOld();
            cluster.beginMove(slot, from, to);
            assertThatExceptionOfType(CacheException.class).isThrownBy(() -> add(counters, 3)).withMessageContaining(
                    "is moving");
            cluster.moveKeys(slot, from, to);
            cluster.endMove(slot, from, to);

            assertThat(add(counters, 3)).isEqualTo(3);
            assertThat(add(counters, 3)).as("repeated").isEqualTo(3);
            assertThat(add(counters, 2)).as("remembered from before the move").isEqualTo(2);
        }
        cluster.move(slot, to, from);
    }
}
