package io.hexcache.benchmarks.peers.contest;

import io.hexcache.benchmarks.peers.plan.Contestant;
import io.hexcache.benchmarks.peers.plan.Intervals;
import io.hexcache.benchmarks.peers.plan.Scenario;
import io.hexcache.benchmarks.peers.plan.Volume;
import io.hexcache.benchmarks.peers.process.ChildOrder;
import io.hexcache.contract.server.RedisProcess;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run.
 *
 * @param progress takes a line whenever something begins
 */
public record Contest(Volume volume, Intervals intervals, int rounds, Consumer<String> progress) {

    /** Lets them compete in the scenarios; each scenario gets an empty server and fresh processes. */
    public Results run(Collection<Scenario> scenarios, List<Contestant> contestants) {
        Results results = new Results();
        for (Scenario scenario : scenarios) {
            try (RedisProcess redis = RedisProcess.startOwn()) {
                run(scenario, contestants, redis, results);
            }
        }
        return results;
    }

    /** The version of the server that it runs on. */
    public static String redisVersion() {
        try (RedisProcess redis = RedisProcess.startOwn()) {
            return redis.version();
        }
    }

    private void run(Scenario scenario, List<Contestant> contestants, RedisProcess redis, Results results) {
        switch (scenario) {
            case L1_HIT, L2_HIT, MISS_LOAD, BATCH -> new LoopContest(this, scenario, redis, results).run(contestants);
            case STAMPEDE -> new StampedeContest(this, redis, results).run(contestants);
            case INVALIDATE -> new RemovalContest(this, redis, results).run(contestants);
        }
    }

    ChildOrder order(Contestant contestant, Scenario scenario, RedisProcess redis) {
        return new ChildOrder(contestant, scenario, URI.create(redis.uri()), volume);
    }
}
