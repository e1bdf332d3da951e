package io.hexcache.benchmarks.peers.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.benchmarks.peers.measure.Figures;
import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.Intervals;
import io.hexcache.benchmarks.peers.plan.PeerSystem;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.contract.server.RealRedis;
import io.hexcache.contract.server.RedisProcess;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a contest comes to its end and finds figures; which ones is measured, not tested. */
@RealRedis
class ContestTest {

    private static final Volume TINY = new Volume(200, 100, 10, 1, 10);
    private static final Intervals SHORT = Intervals.of(40, 10, 100, 50);

    private final Contest contest = new Contest(TINY, SHORT, 1, _ -> {});

    /** The server is not used, but where none can be started the test is skipped. */
    @Test
    void run_missesOfTwoSystems_findsTheUsualFigures(RedisProcess startable) {
        assertThat(startable.version()).isNotBlank();

        Results results = contest.run(EnumSet.of(Scenario.MISS_LOAD), List.of(new Contestant(
                PeerSystem.HEXCACHE, 0), new Contestant(PeerSystem.JEDIS, 8)));

        assertThat(results.notes()).isEmpty();
        assertThat(results.measurements()).extracting(Measurement::system).contains(PeerSystem.HEXCACHE,
                PeerSystem.JEDIS);
        assertThat(results.measurements()).allSatisfy(each -> assertThat(results.rounds(each)).singleElement()
                .satisfies(round -> assertThat(List.of(round.get(Figures.RATE), round.get(Figures.P50), round.get(
                        Figures.P99), round.get(Figures.CPU), round.get(Figures.BYTES))).allMatch(
                                figure -> figure > 0)));
    }
}
