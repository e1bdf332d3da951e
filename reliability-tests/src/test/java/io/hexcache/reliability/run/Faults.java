package io.hexcache.reliability.run;

import io.hexcache.contract.server.RedisProcess;
import io.hexcache.reliability.history.Windows;
import io.hexcache.reliability.load.Flusher;
import io.hexcache.reliability.load.Scene;
import io.hexcache.reliability.plan.Fault;
import io.hexcache.reliability.process.RedisLink;
import io.hexcache.reliability.process.ServiceNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/** Makes faults, one after the other, and ends them. */
final class Faults {

    /** Within that the services send again what Redis had not taken, and trust their memory again. */
    private static final Duration AFTER_REDIS = Duration.ofSeconds(2);
    private static final Duration AFTER_PAUSE = Duration.ofSeconds(1);

    private final Scene scene;
    private final RedisProcess redis;
    private final List<RedisLink> links;
    private final Clock clock;
    private final Audit audit;

    Faults(Stage stage, Clock clock, Audit audit) {
        this.scene = stage.scene();
        this.redis = stage.redis();
        this.links = stage.links();
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes it, lets it last, and ends it; answers how many processes were killed. */
    int make(Fault fault) throws InterruptedException {
        ServiceNode node = scene.nodes().get(fault.node());
        switch (fault.kind()) {
            case KILL_SERVICE -> kill(node, false, Duration.ZERO);
            case KILL_IN_DRAIN -> {
                Thread.ofVirtual().start(() -> new Flusher(scene, fault.node()).flush());
                clock.pass(fault.lasting());
                kill(node, false, Duration.ZERO);
            }
            case KILL_IN_RECOVERY -> kill(node, true, fault.lasting());
            case PAUSE_SERVICE -> {
                Windows pauses = scene.surroundings().pauses().get(fault.node());
                lasting(List.of(pauses), AFTER_PAUSE, node::pause, fault.lasting(), node::resume);
            }
            case KILL_REDIS -> ofRedis(redis::kill, fault.lasting(), redis::restartEmpty);
            case PAUSE_REDIS -> ofRedis(redis::pause, fault.lasting(), redis::resume);
            case FLUSH_REDIS -> ofRedis(() -> redis.command("FLUSHALL"), fault.lasting(), () -> {});
            case SLOW_LINK -> ofLink(fault, link -> link.slow(Duration.ofMillis(fault.amount())));
            case HANG_LINK -> ofLink(fault, RedisLink::hang);
            case HALF_OPEN_LINK -> ofLink(fault, RedisLink::hangReplies);
            case CUT_LINK -> ofLink(fault, link -> link.cutAfter(fault.amount()));
        }
        return switch (fault.kind()) {
            case KILL_SERVICE, KILL_IN_DRAIN, KILL_REDIS -> 1;
            case KILL_IN_RECOVERY -> 2;
            case PAUSE_SERVICE, PAUSE_REDIS, FLUSH_REDIS, SLOW_LINK, HANG_LINK, HALF_OPEN_LINK, CUT_LINK -> 0;
        };
    }

    private void ofRedis(Runnable begin, Duration lasting, Runnable end) throws InterruptedException {
        lasting(scene.surroundings().redis(), AFTER_REDIS, begin, lasting, end);
    }

    private void ofLink(Fault fault, Consumer<RedisLink> begin) throws InterruptedException {
        RedisLink link = links.get(fault.node());
        lasting(List.of(scene.surroundings().redis().get(fault.node())), AFTER_REDIS, () -> begin.accept(link), fault
                .lasting(), link::heal);
    }

    private void lasting(List<Windows> windows, Duration aftermath, Runnable begin, Duration lasting, Runnable end)
            throws InterruptedException {
        windows.forEach(window -> window.begin(clock.now()));
        begin.run();
        clock.pass(lasting);
        end.run();
        windows.forEach(window -> window.end(clock.now(), aftermath));
        clock.pass(aftermath);
    }

    private void kill(ServiceNode node, boolean twice, Duration after) throws InterruptedException {
        Windows kills = scene.surroundings().kills().get(node.index());
        kills.begin(clock.now());
        node.kill();
        // Nobody writes through it until what it had acknowledged before has been looked for.
        Lock gate = scene.gates().get(node.index()).writeLock();
        gate.lock();
        try {
            node.restart();
            if (twice) {
                clock.pass(after);
                node.kill();
                node.restart();
            }
            node.awaitServing();
            kills.end(clock.now(), Duration.ZERO);
            audit.stock(node.index());
        } finally {
            gate.unlock();
        }
    }
}
