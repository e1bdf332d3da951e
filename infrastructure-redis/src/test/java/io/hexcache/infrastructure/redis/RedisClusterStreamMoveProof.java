package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.port.InvalidationBus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bus on a stream follows its slot, and where it may have missed something it says so. */
@RealRedis
@Timeout(90)
class RedisClusterStreamMoveProof {

    private final Heard heard = new Heard();
    private RedisAdapters adapters;
    private RedisAdapters others;
    private InvalidationBus other;
    private int slot;
    private RedisProcess from;
    private RedisProcess to;

    @BeforeEach
    void subscribe(RedisCluster own) {
        this.adapters = Redises.connect(Redises.patient(own.uri()));
        this.others = Redises.connect(Redises.patient(own.uri()));
        this.other = others.streamBus(StreamSettings.defaults());
        this.slot = own.slot("{register}");
        this.from = own.primaryOf(slot);
        this.to = own.primaries().stream().filter(primary -> primary != from).findFirst().orElseThrow();
        adapters.streamBus(StreamSettings.defaults()).subscribe(heard);
        heard.awaitCalls("connected");
    }

    @AfterEach
    void close() {
        adapters.close();
        others.close();
    }

    @Test
    void slotIsMoving_andMovesAgainAndAgainWhileOthersAnnounce_hearsAllOfIt_onceAndInOrder(RedisCluster cluster) {
        Redises.announce(other, "before");
        cluster.beginMove(slot, from, to);
        cluster.moveKeys(slot, from, to);
        Redises.announce(other, "meanwhile");
        heard.awaitCalls("connected", "before", "meanwhile");
        cluster.endMove(slot, from, to);
        Redises.announce(other, "after");

        heard.awaitCalls("connected", "before", "meanwhile", "after");
        cluster.move(slot, to, from);
        int many = 1_000;
        CompletableFuture<Void> announcing = CompletableFuture.runAsync(() -> IntStream.range(0, many).forEach(
                i -> Redises.announce(other, "item-" + i)));
        int moves = 0;
        while (!announcing.isDone() || moves < 4) {
            boolean there = moves % 2 == 0;
            cluster.move(slot, there ? from : to, there ? to : from);
            int counted = heard.calls().size();
            Awaitility.await().until(() -> heard.calls().size() > counted || announcing.isDone());
            moves++;
        }

        assertThat(announcing).succeedsWithin(Duration.ofSeconds(1));
        List<String> all = Stream
                .concat(Stream.of("connected", "before", "meanwhile", "after"),
                        IntStream.range(0, many).mapToObj(i -> "item-" + i))
                .toList();
        heard.awaitCalls(all.toArray(String[]::new));
    }

    @Test
    void replicaTakesOver_saysThatSomethingMayBeMissing_andGoesOn(RedisCluster cluster) {
        Redises.announce(other, "before");
        heard.awaitCalls("connected", "before");
        RedisProcess next = cluster.switchOver(slot);
        heard.awaitCalls("connected", "before", "disconnected", "connected");
        next.kill();
        cluster.awaitSuccessor(slot, next);

        Redises.awaitWorking(() -> {
            Redises.announce(other, "after");
            assertThat(heard.calls().getLast()).isEqualTo("after");
        });
        assertThat(heard.calls().subList(4, 6)).containsExactly("disconnected", "connected");
    }
}
