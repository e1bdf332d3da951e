package io.hexcache.simulation.run;

import io.hexcache.simulation.judge.Change;
import io.hexcache.simulation.judge.Judge;
import io.hexcache.simulation.schedule.Scheduler;
import io.hexcache.simulation.schedule.Task;
import io.hexcache.simulation.world.Fault;
import io.hexcache.simulation.world.Weather;
import io.hexcache.simulation.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What all members of a run share. */
final class Stage implements SimulatedSource.Ledger {

    private final Scheduler scheduler;
    private final World world;
    private final Judge judge;
    private final Report report;
    private final SplittableRandom random;
    private final Map<Task, Change> open = new LinkedHashMap<>();
    private final Map<Task, Member> makers = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();
    private int clients;
    private boolean quiet;

    Stage(Scheduler scheduler, World world, Judge judge, Report report, SplittableRandom random) {
        this.scheduler = scheduler;
        this.world = world;
        this.judge = judge;
        this.report = report;
        this.random = random;
    }

    /** The present life of each node. */
    List<Member> members() {
        return members;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    World world() {
        return world;
    }

    Judge judge() {
        return judge;
    }

    Report report() {
        return report;
    }

    /** The running task makes this change now. */
    void open(Member member, Change change) {
        Task task = scheduler.running().orElseThrow();
        open.put(task, change);
        makers.put(task, member);
    }

    /** The running task has ended its change. */
    void close() {
        Task task = scheduler.running().orElseThrow();
        open.remove(task);
        makers.remove(task);
    }

    /** The change that the running task makes. */
    Optional<Change> open() {
        return scheduler.running().map(open::get);
    }

    /** The changes that this member makes now; they are never ended. */
    List<Change> abandon(Member member) {
        List<Change> left = new ArrayList<>();
        makers.entrySet().removeIf(maker -> {
            boolean own = maker.getValue() == member;
            if (own) {
                left.add(open.remove(maker.getKey()));
            }
            return own;
        });
        return left;
    }

    /** Whether the source fails now; half as often before a commit as the weather says, and half as often after it. */
    boolean sourceBreaks() {
        boolean breaks = world.sourceBreaks();
        if (breaks) {
            report.faults.count(Fault.SOURCE_FAILED);
        }
        return breaks;
    }

    /** From now on each member that is admitted has so many clients. */
    void clients(int each) {
        clients = each;
    }

    /** Clients of this member begin. */
    void admit(Member member) {
        for (int i = 0; i < clients; i++) {
            Client client = new Client(this, member, random.split());
            scheduler.daemon(member + " client " + i, member.host, client::work);
        }
    }

    /** Nothing goes wrong any more, and no client begins anything. */
    void calm() {
        quiet = true;
        world.turn(Weather.FINE);
    }

    SplittableRandom split() {
        return random.split();
    }

    boolean isQuiet() {
        return quiet;
    }

    @Override
    public Optional<Long> atSource(String key) {
        return judge.atSource(key);
    }

    @Override
    public long commit(String key, boolean present) {
        return judge.commit(key, present, open().orElseThrow(), scheduler.now());
    }
}
