package io.hexcache.simulation.run;

import io.hexcache.simulation.world.Fault;
import io.hexcache.simulation.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Lets things go wrong, at times that the seed decides. */
final class Director {

    /** By when a node that could reach everything again has noticed, and trusts again. */
    private static final Duration REGAIN = Duration.ofMillis(500);

    private record Scene(long at, Runnable action) {}

    private final Stage stage;
    private final List<Member> members;
    private final SplittableRandom random;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Integer> lives = new ArrayList<>();
    private boolean outage;

    Director(Stage stage, List<Member> members, SplittableRandom random) {
        this.stage = stage;
        this.members = members;
        this.random = random;
        members.forEach(member -> lives.add(1));
    }

    /** Plays all scenes; returns when the load is over and everything is whole again. */
    void direct(Plan plan) {
        write(plan);
        while (!scenes.isEmpty()) {
            scenes.sort(Comparator.comparingLong(Scene::at));
            Scene next = scenes.removeFirst();
            long wait = next.at() - stage.scheduler().now();
            if (wait > 0) {
                stage.scheduler().sleep(Duration.ofNanos(wait), "scene");
            }
            next.action().run();
        }
    }

    private void write(Plan plan) {
        Duration load = plan.load();
        for (long at = 0; at < load.toNanos(); at += Duration.ofMillis(300).toNanos()) {
            scenes.add(new Scene(at, stage.world()::replicate));
        }
        some(2, plan, this::cut);
        some(1.5, plan, this::pause);
        some(1.3, plan, this::crash);
        some(1.3, plan, () -> outage(true));
        some(1.4, plan, () -> outage(false));
        some(4, plan, stage.world()::evictEntry);
        some(1.3, plan, stage.world()::evictRegister);
        some(1.3, plan, this::skew);
        scenes.add(new Scene(load.toNanos(), () -> {}));
    }

    /** This many times on average, evenly spread, but for the first second. */
    private void some(double mean, Plan plan, Runnable action) {
        for (long left = Math.round(2 * mean * plan.trouble() * random.nextDouble()); left > 0; left--) {
            long second = Duration.ofSeconds(1).toNanos();
            scenes.add(new Scene(second + random.nextLong(plan.load().toNanos() - second), action));
        }
    }

    private void later(Duration time, Runnable action) {
        scenes.add(new Scene(stage.scheduler().now() + time.toNanos(), action));
    }

    private Duration between(long fromMillis, long toMillis) {
        return Duration.ofMillis(random.nextLong(fromMillis, toMillis));
    }

    private Member any() {
        return members.get(random.nextInt(members.size()));
    }

    private long regained() {
        return stage.scheduler().now() + REGAIN.toNanos();
    }

    private void cut() {
        Member member = any();
        int kind = random.nextInt(3);
        boolean withTimeouts = random.nextBoolean();
        member.life.troubled();
        stage.scheduler().note(member + " is cut off, kind " + kind);
        if (kind != 1) {
            member.link.cutFromStore(withTimeouts);
        }
        if (kind != 0) {
            member.link.cutFromBus(withTimeouts);
        }
        later(between(50, random.nextInt(3) == 0 ? 8_000 : 1_500), () -> {
            stage.scheduler().note(member + " is joined again");
            member.link.join();
            member.life.relieved(regained());
        });
    }

    private void pause() {
        Member member = any();
        if (member.host.isDead() || member.host.isPaused()) {
            return;
        }
        stage.report().faults.count(Fault.NODE_PAUSED);
        stage.scheduler().note(member + " stands still");
        member.life.troubled();
        member.host.pause();
        later(between(20, random.nextInt(5) == 0 ? 12_000 : 2_000), () -> {
            stage.scheduler().note(member + " goes on");
            if (!member.host.isDead()) {
                member.host.resume();
            }
            member.life.relieved(regained());
        });
    }

    private void crash() {
        int slot = random.nextInt(members.size());
        Member member = members.get(slot);
        if (member.host.isDead()) {
            return;
        }
        stage.report().faults.count(Fault.NODE_CRASHED);
        stage.scheduler().note(member + " crashes");
        member.host.crash();
        member.link.drop();
        stage.judge().ended(member.life, stage.abandon(member), stage.scheduler().now());
        later(between(10, 4_000), () -> {
            lives.set(slot, lives.get(slot) + 1);
            Member next = new Member(member.name, lives.get(slot), stage, random.split());
            members.set(slot, next);
            next.begin();
            stage.admit(next);
        });
    }

    private void outage(boolean empty) {
        if (outage) {
            return;
        }
        outage = true;
        stage.world().stopStore();
        stage.scheduler().note("the store stops");
        List<Member> witnesses = List.copyOf(members);
        witnesses.forEach(member -> member.life.troubled());
        later(between(5, random.nextInt(4) == 0 ? 1_500 : 600), () -> {
            if (empty) {
                stage.world().startEmptyStore();
                stage.judge().lost(true, 0);
                stage.judge().lost(false, 0);
            } else {
                failOver();
            }
            witnesses.forEach(member -> member.life.relieved(regained()));
            outage = false;
        });
    }

    private void failOver() {
        World.Loses loses = switch (random.nextInt(3)) {
            case 0 -> World.Loses.ENTRIES;
            case 1 -> World.Loses.REGISTER;
            default -> World.Loses.ALL;
        };
        long since = stage.world().startReplica(loses);
        stage.scheduler().note("a copy of " + since / 1e6 + " ms takes over " + loses);
        if (loses != World.Loses.REGISTER) {
            stage.judge().lost(false, since);
        }
        if (loses != World.Loses.ENTRIES) {
            stage.judge().lost(true, since);
        }
    }

    private void skew() {
        Member member = any();
        stage.report().faults.count(Fault.CLOCK_SKEWED);
        member.host.skew(between(-5_000, 5_000));
    }
}
