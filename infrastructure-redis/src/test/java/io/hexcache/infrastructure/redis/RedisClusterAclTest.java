package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisCluster;
import io.hexcache.contract.server.RedisProcess;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster adds to the rules of {@link RedisAclProof} is enough for it. */
@RealRedis
@Timeout(60)
class RedisClusterAclTest {

    private static final CacheKey KEY = CacheKey.parse("acl:1:v0");

    @Test
    void userMayWhatTheReadmeSays_storeAndBusWork(RedisCluster cluster) throws InterruptedException {
        Stream<String> more = cluster.servers().getFirst().version().startsWith("6.")
                ? Stream.of("+cluster|nodes", "+asking")
                : Stream.of("+cluster|nodes", "+asking", "+ssubscribe", "+spublish");
        List<String> rules = Stream.concat(RedisAclProof.rules().stream(), more).toList();
        cluster.servers().forEach(server -> server.command("ACL", Stream.concat(Stream.of("SETUSER", "hexcache"), rules
                .stream()).toArray(String[]::new)));
        CountDownLatch connected = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);

        try (RedisAdapters adapters = Redises.connect(Redises.patient(cluster.uri().replace("://",
                "://hexcache:password@")))) {
            Redises.set(adapters.store(), KEY, new byte[]{1}, Duration.ofMinutes(1));
            int slot = cluster.slot("{acl:1:v0}");
            RedisProcess from = cluster.primaryOf(slot);
            RedisProcess to = cluster.primaries().stream().filter(primary -> primary != from).findFirst().orElseThrow();
            cluster.beginMove(slot, from, to);
            cluster.moveKeys(slot, from, to);
            assertThat(adapters.store().get(KEY)).as("asked for").isPresent();
            cluster.endMove(slot, from, to);
            assertThat(adapters.store().removeAll(new KeySelection.Within(KEY.namespace()))).isEqualTo(1);
            adapters.store().ping();
            adapters.bus().subscribe(new Counting(connected, heard));
            assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
            Redises.announce(adapters, "one");

            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Counts down when it is connected and when it hears. */
    private record Counting(CountDownLatch connections, CountDownLatch messages) implements BusListener {

        @Override
        public void connected() {
            connections.countDown();
        }

        @Override
        public void disconnected() {
            // The test is about what arrives.
        }

        @Override
        public void received(Message message) {
            messages.countDown();
        }
    }
}
