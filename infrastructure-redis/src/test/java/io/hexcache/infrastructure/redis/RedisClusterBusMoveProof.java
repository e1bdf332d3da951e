package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bus follows its slot. */
@RealRedis
@Timeout(90)
class RedisClusterBusMoveProof {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private void awaitHeard(String... calls) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(heard).containsExactly(calls));
    }

    @Test
    void slotMoves_andItsPrimaryDies_messagesArriveAgain(RedisCluster cluster) {
        try (RedisAdapters one = Redises.connect(Redises.patient(cluster.uri()));
                RedisAdapters two = Redises.connect(Redises.patient(cluster.uri()))) {
            one.bus().subscribe(new Writing(heard));
            awaitHeard("connected");
            Redises.announce(two, "first");
            awaitHeard("connected", "message");
            int slot = cluster.slot("{register}");
            RedisProcess from = cluster.primaryOf(slot);
            RedisProcess to = cluster.primaries().stream().filter(primary -> primary != from).findFirst().orElseThrow();
            cluster.move(slot, from, to);

            // Redis before 7.0 tells every member, so that nobody has to move.
            boolean sharded = !from.version().startsWith("6.");
            if (sharded) {
                awaitHeard("connected", "message", "disconnected", "connected");
            }
            Redises.announce(two, "second");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> heard.getLast().equals("message")
                    && heard.stream().filter("message"::equals).count() == 2);
            to.kill();
            cluster.awaitSuccessor(slot, to);
            Redises.awaitWorking(() -> {
                Redises.announce(two, "third");
                assertThat(heard.getLast()).isEqualTo("message");
                assertThat(heard.stream().filter("message"::equals).count()).isGreaterThan(2);
            });
        }
    }

    /** Writes down what it hears, in order. */
    private record Writing(List<String> calls) implements BusListener {

        @Override
        public void connected() {
            calls.add("connected");
        }

        @Override
        public void disconnected() {
            calls.add("disconnected");
        }

        @Override
        public void received(Message message) {
            calls.add("message");
        }
    }
}
