package io.hexcache.simulation.run;

import io.hexcache.domain.coherence.PulseService;
import io.hexcache.simulation.judge.Judge;
import io.hexcache.simulation.judge.Promise;
import io.hexcache.simulation.schedule.Chooser;
import io.hexcache.simulation.schedule.Limits;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.world.Weather;
import io.hexcache.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** One run. */
final class Simulation {

    /** After this every token is dead, every message has come or is lost, and everything owed is paid. */
    private static final Duration QUIESCENCE = Duration.ofSeconds(20);

    private final long seed;
    private final Plan plan;

    Simulation(long seed, Plan plan) {
        this.seed = seed;
        this.plan = plan;
    }

    /** What came of a run. */
    record Outcome(Report report, long fingerprint) {}

    /**
     * Runs it.
     *
     * @throws AssertionError with the trace if the promise was broken
     */
    Outcome run() {
        SplittableRandom random = new SplittableRandom(seed);
        Report report = new Report();
        try (Scheduler scheduler = new Scheduler(Chooser.random(random.nextLong()), Limits.LARGE)) {
            World world = new World(scheduler, random.split(), Weather.of(random.split()), report.faults);
            Stage stage = new Stage(scheduler, world, new Judge(Promise.DOCUMENTED), report, random.split());
            scheduler.spawn("director", () -> play(stage, random.split()));
            scheduler.run();
            report.steps = scheduler.steps();
            return new Outcome(report, scheduler.fingerprint());
        }
    }

    private void play(Stage stage, SplittableRandom random) {
        List<Member> members = stage.members();
        for (int i = 0; i < plan.nodes(); i++) {
            Member member = new Member("n" + i, 1, stage, random.split());
            members.add(member);
            member.begin();
        }
        stage.clients(plan.clients());
        members.forEach(stage::admit);
        new Director(stage, members, random.split()).direct(plan);
        stage.calm();
        stage.scheduler().sleep(QUIESCENCE, "quiet");
        for (Member member : members) {
            if (!member.owesNothing()) {
                throw new AssertionError(member + " still owes something to the store or the bus");
            }
        }
        Member newcomer = new Member("n" + plan.nodes(), 1, stage, random.split());
        newcomer.begin();
        members.add(newcomer);
        stage.scheduler().sleep(PulseService.PERIOD, "a node is added");
        Client.checkAll(stage, members);
        stage.report().excluded += stage.judge().excluded(newcomer.life, stage.scheduler().now());
    }
}
