package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.domain.Cache;
import io.hexcache.domain.advice.Advice;
import io.hexcache.domain.advice.CachingPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdviceCommandTest {

    private static final Namespace REPORTS = new Namespace("reports");

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final CacheManagementUseCase management = new CacheManagementService(node.caches, List.of(), node.policies,
            cluster.clock, Services.of(cluster, node));
    private Cache<String> reports;

    @BeforeEach
    void declare() {
        reports = node.caches.declare(CacheDefinition.of("reports", String.class));
    }

    private ManagementResult advise(Duration tolerated) {
        return management.execute(new ManagementCommand.Advise(REPORTS, tolerated));
    }

    private String slowly(String identifier) {
        cluster.clock.advance(Duration.ofMillis(200));
        return "report " + identifier;
    }

    @Test
    void advise_afterSlowLoadsAndManyReads_measuresThemAndSaysToCache() {
        for (int i = 0; i < 90; i++) {
            reports.getOrLoad("1", this::slowly);
        }
        reports.getOrLoad("2", this::slowly);
        for (int i = 0; i < 9; i++) {
            reports.put("3", "written");
        }
        cluster.clock.jump(Duration.ofMillis(600));

        assertThat(advise(Duration.ofMinutes(5))).isInstanceOfSatisfying(ManagementResult.Advised.class, advised -> {
            assertThat(advised.namespace()).isEqualTo(REPORTS);
            assertThat(advised.measured().loadTime()).isEqualTo(Duration.ofMillis(200));
            assertThat(advised.measured().readsPerSecond()).isEqualTo(91, Offset.offset(0.001));
            assertThat(advised.measured().writesPerSecond()).isEqualTo(9, Offset.offset(0.001));
            assertThat(advised.measured().toleratedStaleness()).isEqualTo(Duration.ofMinutes(5));
            assertThat(advised.advice()).isInstanceOfSatisfying(Advice.DoCache.class, advice -> assertThat(advice
                    .pattern()).isEqualTo(CachingPattern.CACHE_ASIDE));
        });
    }

    @Test
    void advise_forReadersThatWantTheCurrentValue_passesTheirToleranceOn() {
        for (int i = 0; i < 90; i++) {
            reports.getOrLoad("1", this::slowly);
        }

        assertThat(advise(Duration.ZERO)).isInstanceOfSatisfying(ManagementResult.Advised.class, advised -> assertThat(
                advised.advice()).isInstanceOfSatisfying(Advice.DoCache.class,
                        advice -> assertThat(advice.pattern())
                                .isEqualTo(CachingPattern.WRITE_THROUGH)));
    }

    @Test
    void advise_beforeAnyLoad_saysThatNothingWasMeasured() {
        reports.put("1", "written");

        assertThat(advise(Duration.ofMinutes(5))).isInstanceOfSatisfying(ManagementResult.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NOTHING_MEASURED);
            assertThat(refused.detail()).contains("no load of namespace reports", "ask again");
        });
    }

    @Test
    void advise_withNegativeTolerance_saysWhichFieldAndWhy() {
        assertThat(advise(Duration.ofSeconds(-1))).isEqualTo(new ManagementResult.Refused(Reason.ILLEGAL_VALUE,
                "the tolerated staleness is PT-1S; it must be 0 or more"));
    }
}
