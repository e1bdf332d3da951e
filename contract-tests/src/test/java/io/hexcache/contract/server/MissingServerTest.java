package io.hexcache.contract.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class MissingServerTest {

    private static final ServerLog LOG = new ServerLog(ServerLog.ofModule().file().resolveSibling("missing-server"));

    private static RealRedisExtension withoutServer(Map<String, String> environment) {
        return new RealRedisExtension(new RedisSearch(environment, Optional::empty, Optional::empty),
                LOG);
    }

    static final class OnALaptop {

        @RegisterExtension
        static final RealRedisExtension REDIS = withoutServer(Map.of());

        @Test
        void test(RedisServer redis) {
            redis.flush();
        }
    }

    static final class InCi {

        @RegisterExtension
        static final RealRedisExtension REDIS = withoutServer(Map.of("CI", "true"));

        @Test
        void test(RedisServer redis) {
            redis.flush();
        }
    }

    @Test
    void onALaptop_theTestsAreSkipped_withTheWayOut() {
        EngineExecutionResults results = run(OnALaptop.class);

        results.containerEvents().assertThatEvents().haveExactly(1, event(container(OnALaptop.class),
                abortedWithReason(instanceOf(TestAbortedException.class), message(
                        text -> text.contains("HEXCACHE_TEST_REDIS_URL")))));
        assertThat(results.testEvents().started().count()).isZero();
        assertThat(LOG.file()).content().contains(OnALaptop.class.getName() + " server=none");
    }

    @Test
    void inCi_theTestsFail() {
        EngineExecutionResults results = run(InCi.class);

        results.containerEvents().assertThatEvents().haveExactly(1, event(container(InCi.class),
                finishedWithFailure(instanceOf(AssertionFailedError.class), message(
                        text -> text.contains("CI=true")))));
        assertThat(results.testEvents().started().count()).isZero();
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
    }
}
