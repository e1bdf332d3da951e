package io.hexcache.domain.warming;

import static io.hexcache.domain.warming.KeyWarmer.Outcome.SKIPPED;
import static io.hexcache.domain.warming.KeyWarmer.Outcome.WARMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.time.BlockingWaiter;
import io.hexcache.domain.time.NodeRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheWarmingServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<String> warmed = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    private final CacheWarmingService service = serviceOn(background::add);

    private static CacheWarmingService serviceOn(Executor executor) {
        return new CacheWarmingService(runtimeOn(executor));
    }

    private static NodeRuntime runtimeOn(Executor executor) {
        return new NodeRuntime(() -> 0, () -> NOW, new BlockingWaiter(), new SplittableRandom(1), executor);
    }

    private KeyWarmer.Outcome warm(String identifier, WarmingMode mode) {
        warmed.add(identifier);
        return WARMED;
    }

    private WarmingPlan plan(String name, String... keys) {
        return new WarmingPlan(name, KeySources.critical(List.of(keys)), this::warm, WarmingOptions.DEFAULT);
    }

    private WarmingPlan foreground(KeySource keys, KeyWarmer warmer) {
        return new WarmingPlan("plan", keys, warmer, WarmingOptions.DEFAULT.inForeground());
    }

    private WarmingProgress warmInForeground(KeySource keys, KeyWarmer warmer) {
        CacheWarmingService own = serviceOn(Runnable::run);
        own.define(foreground(keys, warmer));
        return own.warm("plan");
    }

    private static KeySource numbers(int count) {
        return () -> IntStream.range(0, count).mapToObj(Integer::toString);
    }

    @Test
    void foreground_returnsTheResult() {
        WarmingProgress result = warmInForeground(numbers(120),
                (identifier, mode) -> Integer.parseInt(identifier) % 3 == 0 ? SKIPPED : WARMED);

        assertThat(result.state()).isEqualTo(WarmingState.DONE);
        assertThat(result.warmed()).isEqualTo(80);
        assertThat(result.skipped()).isEqualTo(40);
        assertThat(result.failed()).isZero();
        assertThat(result.seen()).isEqualTo(120);
        assertThat(result.startedAt()).contains(NOW);
        assertThat(result.endedAt()).contains(NOW);
        assertThat(result.plan()).isEqualTo("plan");
    }

    @Test
    void background_returnsAtOnceAndShowsWhereItIs() {
        service.define(plan("plan", "a", "b"));

        WarmingProgress started = service.warm("plan");

        assertThat(started.state()).isEqualTo(WarmingState.WAITING);
        assertThat(warmed).isEmpty();
        runBackgroundOn(service);
        assertThat(service.run(started.id())).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(WarmingState.DONE);
            assertThat(run.warmed()).isEqualTo(2);
        });
        assertThat(warmed).containsExactlyInAnyOrder("a", "b");
    }

    /** Runs and their workers on a thread of their own each, as they come; the runs wait for their workers. */
    private void runBackgroundOn(CacheWarmingService running) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            while (running.runs().stream().anyMatch(run -> !run.state().isOver())) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
                Runnable next = background.poll();
                if (next != null) {
                    threads.execute(next);
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void oneKeyFails_failsOnlyItself() {
        WarmingProgress result = warmInForeground(numbers(100), (identifier, mode) -> {
            if (identifier.endsWith("7")) {
                throw new IllegalStateException("no " + identifier);
            }
            return WARMED;
        });

        assertThat(result.state()).isEqualTo(WarmingState.DONE);
        assertThat(result.warmed()).isEqualTo(90);
        assertThat(result.failed()).isEqualTo(10);
        assertThat(result.firstFailures()).contains(new WarmingProgress.Failure("17",
                "java.lang.IllegalStateException: no 17"));
    }

    @Test
    void manyKeysFail_onlyTheFirstAreKept_andTheirTextIsBounded() {
        WarmingProgress result = warmInForeground(numbers(1_000), (identifier, mode) -> {
            throw new IllegalStateException("x".repeat(10_000));
        });

        assertThat(result.failed()).isEqualTo(1_000);
        assertThat(result.firstFailures()).hasSize(WarmingProgress.MAX_FAILURES)
                .allSatisfy(failure -> assertThat(failure
                        .cause()).hasSizeLessThan(1_000));
    }

    @Test
    void keySourceFails_endsTheRunWithWhatWasDone() {
        KeySource broken = () -> Stream.concat(numbers(50).identifiers(), Stream.of("x").map(key -> {
            throw new IllegalStateException("the source is away");
        }));

        WarmingProgress result = warmInForeground(broken, this::warm);

        assertThat(result.state()).isEqualTo(WarmingState.FAILED);
        assertThat(result.failure()).hasValueSatisfying(why -> assertThat(why).contains("the source is away"));
        assertThat(result.warmed()).isEqualTo(50);
    }

    @Test
    void warmerThrowsAnError_endsTheRun() {
        WarmingProgress result = warmInForeground(numbers(1), (identifier, mode) -> {
            throw new StackOverflowError("on purpose");
        });

        assertThat(result.state()).isEqualTo(WarmingState.FAILED);
        assertThat(result.failure()).hasValueSatisfying(why -> assertThat(why).contains("StackOverflowError"));
    }

    @Test
    void keys_areTakenInBatches_andClosed() {
        AtomicInteger taken = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        KeySource counted = () -> numbers(10).identifiers().peek(key -> taken.incrementAndGet())
                .onClose(() -> closed.set(
                        true));
        List<Integer> takenWhenFirstWasWarmed = new ArrayList<>();
        CacheWarmingService own = serviceOn(Runnable::run);
        own.define(foreground(counted, (identifier, mode) -> {
            takenWhenFirstWasWarmed.add(taken.get());
            return WARMED;
        }).with(WarmingOptions.DEFAULT.inForeground().inBatches(4, 1)));

        own.warm("plan");

        assertThat(takenWhenFirstWasWarmed.getFirst()).isBetween(4, 5);
        assertThat(closed).isTrue();
        assertThat(taken).hasValue(10);
    }

    @Test
    void concurrency_isReachedAndNotExceeded() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger workers = new AtomicInteger();
        CompletableFuture<Void> three = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CacheWarmingService own = serviceOn(task -> {
                workers.incrementAndGet();
                threads.execute(task);
            });
            own.define(foreground(numbers(30), (identifier, mode) -> {
                int at = now.incrementAndGet();
                most.accumulateAndGet(at, Math::max);
                if (at == 3) {
                    three.complete(null);
                }
                three.orTimeout(10, TimeUnit.SECONDS).join();
                now.decrementAndGet();
                return WARMED;
            }).with(WarmingOptions.DEFAULT.inForeground().inBatches(10, 3)));

            assertThat(own.warm("plan").warmed()).isEqualTo(30);
        }
        assertThat(most).hasValue(3);
        assertThat(workers).as("three for each of three batches").hasValue(9);
    }

    @Test
    void mode_reachesTheWarmer() {
        List<WarmingMode> modes = new ArrayList<>();
        CacheWarmingService own = serviceOn(Runnable::run);
        own.define(foreground(numbers(1), (identifier, mode) -> {
            modes.add(mode);
            return WARMED;
        }).with(WarmingOptions.DEFAULT.inForeground().with(WarmingMode.FORCE)));

        own.warm("plan");

        assertThat(modes).containsExactly(WarmingMode.FORCE);
    }

    @Test
    void cancel_waiting_neverRuns() {
        service.define(plan("plan", "a"));
        long id = service.warm("plan").id();

        assertThat(service.cancel(id)).isTrue();
        assertThat(service.cancel(id)).isFalse();

        runBackgroundOn(service);
        background.forEach(Runnable::run);
        assertThat(warmed).isEmpty();
        assertThat(service.run(id))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(WarmingState.CANCELLED));
    }

    @Test
    void cancel_running_stopsBeforeTheNextKey() {
        CacheWarmingService own = serviceOn(Runnable::run);
        AtomicLong id = new AtomicLong();
        AtomicInteger taken = new AtomicInteger();
        KeySource counted = () -> numbers(1_000).identifiers().peek(key -> taken.incrementAndGet());
        own.define(foreground(counted, (identifier, mode) -> {
            own.runs().forEach(run -> id.set(run.id()));
            if (identifier.equals("60")) {
                assertThat(own.cancel(id.get())).isTrue();
            }
            return WARMED;
        }));

        WarmingProgress result = own.warm("plan");

        assertThat(result.state()).isEqualTo(WarmingState.CANCELLED);
        assertThat(result.warmed()).isEqualTo(61);
        assertThat(taken.get()).isLessThan(200);
        assertThat(own.cancel(result.id())).isFalse();
        assertThat(own.cancel(4711)).isFalse();
    }

    @Test
    void warm_whileItIsNotOver_isNotStartedAgain() {
        service.define(plan("plan", "a"));
        WarmingProgress first = service.warm("plan");

        assertThat(service.warm("plan").id()).isEqualTo(first.id());

        runBackgroundOn(service);
        assertThat(warmed).hasSize(1);
        assertThat(service.warm("plan").id()).isNotEqualTo(first.id());
    }

    @Test
    void moreRunsThanMayRun_waitByPriorityAndThenByTheirTurn() {
        List<String> names = List.of("first", "second", "low", "normal", "high", "normal-too");
        names.forEach(name -> service.define(plan(name, name).with(name.equals("low") ? WarmingOptions.DEFAULT.with(
                WarmingPriority.LOW)
                : name.equals("high") ? WarmingOptions.DEFAULT.with(WarmingPriority.HIGH)
                        : WarmingOptions.DEFAULT)));
        names.forEach(service::warm);

        assertThat(service.runs()).extracting(WarmingProgress::plan).containsExactly("first", "second", "high",
                "normal", "normal-too", "low");
        assertThat(background).hasSize(2);
        runBackgroundOn(service);
        assertThat(service.runs()).hasSize(6).allMatch(run -> run.state() == WarmingState.DONE);
        assertThat(warmed).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void moreRunsThanMayWait_areRefused() {
        for (int i = 0; i <= WarmingQueue.MAX_WAITING + WarmingQueue.MAX_RUNNING; i++) {
            service.define(plan("plan-" + i, "a"));
        }
        for (int i = 0; i < WarmingQueue.MAX_WAITING + WarmingQueue.MAX_RUNNING; i++) {
            service.warm("plan-" + i);
        }

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> service.warm("plan-102"))
                .withMessageContaining("plan-102");

        WarmingProgress waiting = service.runs().getLast();
        assertThat(service.cancel(waiting.id())).isTrue();
        assertThat(service.warm("plan-102").state()).isEqualTo(WarmingState.WAITING);
        assertThat(service.runs().getLast().id()).isEqualTo(waiting.id());
    }

    @Test
    void warm_afterACancellationThatIsNotSeenYet_isANewRun() {
        service.define(plan("plan", "a"));
        long cancelled = service.warm("plan").id();
        service.cancel(cancelled);

        assertThat(service.warm("plan").id()).isNotEqualTo(cancelled);

        runBackgroundOn(service);
        assertThat(warmed).containsExactly("a");
    }

    @Test
    void runsThatAreOver_areKeptUpToTheBound() {
        CacheWarmingService own = serviceOn(Runnable::run);
        own.define(foreground(numbers(1), this::warm));
        IntStream.range(0, WarmingQueue.MAX_KEPT + 5).forEach(i -> own.warm("plan"));

        assertThat(own.runs()).hasSize(WarmingQueue.MAX_KEPT);
        assertThat(own.runs().getFirst().id()).isEqualTo(WarmingQueue.MAX_KEPT + 5L);
    }

    @Test
    void noThreads_theRunSaysSo() {
        CacheWarmingService own = serviceOn(task -> {
            throw new RejectedExecutionException("stopped");
        });
        own.define(plan("plan", "a"));

        WarmingProgress result = own.warm("plan");

        assertThat(result.state()).isEqualTo(WarmingState.FAILED);
        assertThat(own.runs()).hasSize(1);
        // It has given its place back.
        for (int i = 0; i < WarmingQueue.MAX_RUNNING; i++) {
            assertThat(own.warm("plan").state()).isEqualTo(WarmingState.FAILED);
        }
    }

    @Test
    void close_stopsAll() {
        service.define(plan("first", "a"));
        service.define(plan("second", "a"));
        service.define(plan("third", "a"));
        List.of("first", "second", "third").forEach(service::warm);

        service.close();

        assertThat(service.runs()).hasSize(3).allMatch(run -> run.state() == WarmingState.CANCELLED);
    }

    @Test
    void hangingLoader_endsTheRunAfterItsTime() {
        List<Duration> waits = new ArrayList<>();
        CacheWarmingService own = new CacheWarmingService(new NodeRuntime(() -> 0, () -> NOW, (done, atMost) -> {
            waits.add(atMost);
            return false;
        }, new SplittableRandom(1), background::add));
        own.define(foreground(numbers(2), this::warm));

        WarmingProgress result = own.warm("plan");

        assertThat(result.state()).isEqualTo(WarmingState.FAILED);
        assertThat(waits).containsExactly(Duration.ofMinutes(1));
        background.forEach(Runnable::run);
        assertThat(warmed).isEmpty();
    }

    @Test
    void warm_unknownPlan_namesThoseThatAreDefined() {
        service.define(plan("plan", "a"));

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> service.warm("other"))
                .withMessageContaining("[plan]");
    }

    @Test
    void define_twice_isRefused() {
        service.define(plan("plan", "a"));

        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> service.define(plan("plan", "b")))
                .withMessageContaining("plan");
        assertThat(service.plans()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "1a", "a\n", "a/b"})
    void plan_illegalName_isRefused(String name) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> plan(name, "a"));
    }

    @ParameterizedTest
    @CsvSource({"0,1", "10001,1", "1,0", "1,101"})
    void options_outOfBounds_areRefused(int batchSize, int concurrency) {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> WarmingOptions.DEFAULT.inBatches(
                batchSize, concurrency)).withMessageContaining("must be 1 to");
    }
}
