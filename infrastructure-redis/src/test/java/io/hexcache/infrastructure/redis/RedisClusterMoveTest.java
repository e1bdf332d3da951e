package io.hexcache.infrastructure.redis;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.port.InvalidationBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each bus of a cluster follows its slot, once; again and again, and to a replica, it does in the proofs. */
@RealRedis
@Timeout(60)
class RedisClusterMoveTest {

    private final RedisCluster cluster;
    private final RedisAdapters adapters;
    private final RedisAdapters others;
    private final int slot;
    private final RedisProcess from;
    private final RedisProcess to;
    private final Heard heard = new Heard();

    RedisClusterMoveTest(RedisCluster shared) {
        this.cluster = shared;
        this.adapters = Redises.connect(Redises.patient(shared.uri()));
        this.others = Redises.connect(Redises.patient(shared.uri()));
        this.slot = shared.slot("{register}");
        this.from = shared.primaryOf(slot);
        this.to = shared.primaries().stream().filter(primary -> primary != from).findFirst().orElseThrow();
    }

    @BeforeEach
    void flush() {
        cluster.flush();
    }

    @AfterEach
    void close() {
        adapters.close();
        others.close();
        cluster.move(slot, to, from);
    }

    @Test
    void slotMoves_theBusOnAStreamMissesNothing() {
        InvalidationBus other = others.streamBus(StreamSettings.defaults());
        adapters.streamBus(StreamSettings.defaults()).subscribe(heard);
        heard.awaitCalls("connected");
        Redises.announce(other, "before");
        cluster.beginMove(slot, from, to);
        cluster.moveKeys(slot, from, to);
        Redises.announce(other, "meanwhile");
        heard.awaitCalls("connected", "before", "meanwhile");
        cluster.endMove(slot, from, to);
        Redises.announce(other, "after");

        heard.awaitCalls("connected", "before", "meanwhile", "after");
    }

    @Test
    void slotMoves_theBusOnPubSubSaysThatSomethingMayBeMissing_andGoesOn() {
        adapters.bus().subscribe(heard);
        heard.awaitCalls("connected");
        cluster.move(slot, from, to);
        // Redis before 7.0 tells every member, so that nobody has to move.
        if (!from.version().startsWith("6.")) {
            heard.awaitCalls("connected", "disconnected", "connected");
        }
        Redises.announce(others, "after");

        heard.awaitLast("after");
    }
}
