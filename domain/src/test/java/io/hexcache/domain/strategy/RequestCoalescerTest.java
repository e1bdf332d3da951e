package io.hexcache.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.time.BlockingWaiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestCoalescerTest {

    private static final CacheKey KEY = CacheKey.parse("user:7:v0");

    private final Semaphore joined = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong clock = new AtomicLong();
    private final AtomicBoolean served = new AtomicBoolean(true);
    private final RequestCoalescer<String> coalescer = new RequestCoalescer<>(threads, clock::get, joined::release,
            begun -> served.get());
    private final CountDownLatch loading = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.close();
    }

    private String load(CacheKey key, Supplier<String> load) {
        CompletableFuture<String> outcome = coalescer.join(key, flight -> ReadService.inBackground(flight, load))
                .flight().outcome();
        if (!new BlockingWaiter().await(outcome, Duration.ofSeconds(20))) {
            throw new IllegalStateException("the load of " + key + " does not end");
        }
        if (outcome.state() == Future.State.SUCCESS) {
            return outcome.resultNow();
        }
        throw (RuntimeException) outcome.exceptionNow();
    }

    private String slow(String value) {
        loading.countDown();
        await(goOn);
        return value;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void load_ofOneKeyByManyCallersAtOnce_runsOnceAndAnswersAll() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        List<Future<String>> callers = new ArrayList<>();
        callers.add(threads.submit(() -> load(KEY, () -> slow("v" + loads.incrementAndGet()))));
        await(loading);
        for (int i = 0; i < 100; i++) {
            callers.add(threads.submit(() -> load(KEY, () -> "other" + loads.incrementAndGet())));
        }
        assertThat(joined.tryAcquire(100, 20, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
        for (Future<String> caller : callers) {
            assertThat(caller.get(20, TimeUnit.SECONDS)).isEqualTo("v1");
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void load_thatThrows_throwsTheSameObjectAtAll() throws Exception {
        IllegalStateException failure = new IllegalStateException("source is down");
        Future<Throwable> leader = threads.submit(() -> catchThrowable(() -> load(KEY, () -> {
            slow("");
            throw failure;
        })));
        await(loading);
        Future<Throwable> joiner = threads.submit(() -> catchThrowable(() -> load(KEY, () -> "unused")));
        assertThat(joined.tryAcquire(1, 20, TimeUnit.SECONDS)).isTrue();
        goOn.countDown();
        assertThat(leader.get(20, TimeUnit.SECONDS)).isSameAs(failure);
        assertThat(joiner.get(20, TimeUnit.SECONDS)).isSameAs(failure);
        assertThat(load(KEY, () -> "next")).isEqualTo("next");
    }

    @Test
    void detach_letsLaterCallersStartANewLoad() throws Exception {
        Future<String> old = threads.submit(() -> load(KEY, () -> slow("old")));
        await(loading);
        coalescer.detach(KEY);
        assertThat(load(KEY, () -> "new")).isEqualTo("new");
        goOn.countDown();
        assertThat(old.get(20, TimeUnit.SECONDS)).isEqualTo("old");
    }

    @Test
    void detachedLoad_whenItEnds_doesNotEndTheLoadThatFollowedIt() throws Exception {
        Future<String> old = threads.submit(() -> load(KEY, () -> slow("old")));
        await(loading);
        coalescer.detach(key -> true);
        AtomicReference<Future<String>> joiner = new AtomicReference<>();
        String followed = load(KEY, () -> {
            goOn.countDown();
            assertThat(old).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("old");
            joiner.set(threads.submit(() -> load(KEY, () -> "third")));
            joined.acquireUninterruptibly();
            return "new";
        });
        assertThat(followed).isEqualTo("new");
        assertThat(joiner.get()).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo("new");
    }

    @Test
    void load_thatAsksForItsOwnKey_isANamedError() {
        assertThatThrownBy(() -> load(KEY, () -> load(KEY, () -> "inner"))).isInstanceOf(
                CacheReadException.class).hasMessageContaining("user:7:v0").hasMessageContaining("same key");
        assertThat(load(KEY, () -> "next")).isEqualTo("next");
    }

    @Test
    void joiner_thatIsInterrupted_getsANamedErrorAndKeepsItsFlag() throws Exception {
        Future<String> leader = threads.submit(() -> load(KEY, () -> slow("v")));
        await(loading);
        AtomicInteger flagged = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        Thread joiner = Thread.ofVirtual().start(() -> {
            Throwable thrown = catchThrowable(() -> load(KEY, () -> "unused"));
            if (thrown instanceof CacheTimeoutException && Thread.currentThread().isInterrupted()) {
                flagged.incrementAndGet();
            }
            ended.countDown();
        });
        assertThat(joined.tryAcquire(1, 20, TimeUnit.SECONDS)).isTrue();
        joiner.interrupt();
        await(ended);
        assertThat(flagged).hasValue(1);
        goOn.countDown();
        assertThat(leader.get(20, TimeUnit.SECONDS)).isEqualTo("v");
    }

    @Test
    void loadThatBeganTooLongAgoToBeServed_isNotJoined() throws Exception {
        Future<String> old = threads.submit(() -> load(KEY, () -> slow("old")));
        await(loading);
        served.set(false);
        assertThat(load(KEY, () -> "new")).isEqualTo("new");
        goOn.countDown();
        assertThat(old.get(20, TimeUnit.SECONDS)).isEqualTo("old");
    }

    @Test
    void loadThatHangs_isLeftAloneOnceItsLeaseHasEnded() throws Exception {
        Future<String> hanging = threads.submit(() -> load(KEY, () -> slow("late")));
        await(loading);
        clock.addAndGet(LoadPolicy.LONGEST.toNanos() + 1);
        assertThat(load(KEY, () -> "new")).isEqualTo("new");
        goOn.countDown();
        assertThat(hanging.get(20, TimeUnit.SECONDS)).isEqualTo("late");
    }

    @Test
    void loadsThatAskForEachOther_areANamedErrorNotADeadlock() {
        CacheKey other = CacheKey.parse("user:8:v0");
        assertThatThrownBy(() -> load(KEY, () -> load(other, () -> load(KEY, () -> "inner")))).isInstanceOf(
                CacheReadException.class).hasMessageContaining("user:7:v0");
    }

    @Test
    void load_beyondTheBoundOfPendingKeys_isRefusedAtOnce() {
        assertThatThrownBy(() -> nest(0)).isInstanceOf(CacheOverloadException.class).hasMessageContaining("1000");
        assertThat(load(KEY, () -> "next")).isEqualTo("next");
    }

    private String nest(int depth) {
        return load(CacheKey.parse("user:" + depth + ":v0"), () -> nest(depth + 1));
    }
}
