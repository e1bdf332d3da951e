package io.hexcache.bootstrap.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisServer;
import io.hexcache.domain.key.Namespace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealRedis
class SharedCountersTest {

    private static final Namespace SCRATCH = new Namespace("scratch");

    private static OptionalLong add(OpenGraph node, long delta) {
        return stands(node.management().execute(new ManagementCommand.AddToCounter(SCRATCH, "visits", delta, Optional
                .empty())));
    }

    private static OptionalLong read(OpenGraph node) {
        return stands(node.management().execute(new ManagementCommand.ReadCounter(SCRATCH, "visits")));
    }

    private static OptionalLong stands(ManagementResult result) {
        assertThat(result).isInstanceOf(ManagementResult.CounterStands.class);
        return ((ManagementResult.CounterStands) result).value();
    }

    @Test
    void counter_onRedis_isOneForAllNodes_andEndsWithAClear(RedisServer redis, @TempDir Path folder) {
        TestNodes nodes = TestNodes.on(redis, folder);
        try (OpenGraph one = OpenGraph.start(nodes.settings()); OpenGraph other = OpenGraph.start(nodes.settings())) {
            assertThat(add(one, 5)).hasValue(5);
            assertThat(add(other, -2)).hasValue(3);
            assertThat(read(one)).hasValue(3);

            one.management().execute(new ManagementCommand.ClearNamespace(SCRATCH));

            assertThat(read(one)).isEmpty();
            assertThat(add(one, 1)).hasValue(1);
        }
    }
}
