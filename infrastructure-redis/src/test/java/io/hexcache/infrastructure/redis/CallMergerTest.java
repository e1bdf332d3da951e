package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheOverloadException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Round trips that are held until the test lets them go; each is answered with the name that was read. */
class CallMergerTest {

    private static final Operation READ = Operation.read("get", "row:7");
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    /** One round trip: what it is for, its thread, and when it may end. */
    private record Trip(List<List<Call>> wanted, Thread thread, CompletableFuture<Boolean> end) {}

    private final ConcurrentLinkedQueue<Trip> trips = new ConcurrentLinkedQueue<>();
    private final AtomicLong now = new AtomicLong();
    private CallMerger merger = merger(10_000);

    private CallMerger merger(int waiting) {
        RedisSettings settings = RedisSettings.of("redis://h").withPool(RedisPool.DEFAULT.withWaiting(waiting));
        return new CallMerger(settings, now::get, this::exchange);
    }

    private List<List<@Nullable Object>> exchange(List<List<Call>> wanted) {
        Trip trip = new Trip(wanted, Thread.currentThread(), new CompletableFuture<>());
        trips.add(trip);
        try {
            trip.end().join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
        return wanted.stream().<List<@Nullable Object>>map(one -> List.of(name(one))).toList();
    }

    private static String name(List<Call> wanted) {
        return Replies.text(wanted.getFirst().key());
    }

    private List<@Nullable Object> exchange(String name) {
        return merger.exchange(READ, List.of(Call.read(Replies.argument(name))));
    }

    private CompletableFuture<String> ask(String name) {
        return CompletableFuture.supplyAsync(() -> (String) exchange(name).getFirst(), VIRTUAL);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
    }

    private Trip trip(int number) {
        soon().until(() -> trips.size() > number);
        return new ArrayList<>(trips).get(number);
    }

    /** Two callers whose round trips of their own go on, and one that the sender has sent for. */
    private List<CompletableFuture<String>> busy() {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.add(ask("busy" + i));
            trip(i);
        }
        return asked;
    }

    private List<CompletableFuture<String>> queue(int count) {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            asked.add(ask("queued" + i));
            int waiting = i + 2;
            soon().until(() -> merger.inLine() == waiting);
        }
        return asked;
    }

    @AfterEach
    void letAllGo() {
        merger.close();
        trips.forEach(trip -> trip.end().complete(true));
    }

    @Test
    void loneCaller_makesTheRoundTripInItsOwnThread() {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            caller.complete(Thread.currentThread());
            return (String) exchange("a").getFirst();
        }, VIRTUAL);

        assertThat(trip(0).thread()).isEqualTo(caller.join());
        trip(0).end().complete(true);
        assertThat(answer).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("a");
    }

    @Test
    void callersAtTheSameTime_shareOneRoundTrip_andGetTheirOwnAnswers() {
        busy();
        List<CompletableFuture<String>> queued = queue(100);
        trip(2).end().complete(true);

        assertThat(trip(3).wanted()).extracting(CallMergerTest::name).hasSize(100).startsWith("queued0").endsWith(
                "queued99");
        trip(3).end().complete(true);
        for (int i = 0; i < 100; i++) {
            assertThat(queued.get(i)).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("queued" + i);
        }
        assertThat(trips).hasSize(4);
    }

    @Test
    void roundTripThatFails_failsForAllWhoShareIt_andForNobodyElse() {
        busy();
        List<CompletableFuture<String>> queued = queue(3);
        trip(2).end().complete(true);
        trip(3).end().completeExceptionally(new IllegalArgumentException("broken"));

        assertThat(queued).allSatisfy(asked -> assertThat(asked).failsWithin(Duration.ofSeconds(5)).withThrowableThat()
                .withMessageContaining("broken"));
        CompletableFuture<String> next = ask("next");
        trip(4).end().complete(true);
        assertThat(next).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("next");
    }

    @Test
    void tooManyCallers_areTurnedAwayAtOnce() {
        merger.close();
        merger = merger(4);
        busy();
        queue(3);

        assertThatThrownBy(() -> exchange("one too many")).isInstanceOf(
                CacheOverloadException.class).hasMessageContainingAll("get row:7", "4 callers", "nothing was sent");
    }

    @Test
    void callerThatHasWaitedForLongerThanARoundTripMayTake_isTurnedAway_andNothingIsSentForIt() {
        busy();
        List<CompletableFuture<String>> queued = queue(2);
        now.addAndGet(RedisTimeouts.defaults().command().toNanos() + 1);
        trip(2).end().complete(true);

        assertThat(queued).allSatisfy(asked -> assertThat(asked).failsWithin(Duration.ofSeconds(5)).withThrowableThat()
                .withCauseInstanceOf(CacheOverloadException.class).withMessageContaining("nothing was sent"));
        assertThat(trips).hasSize(3);
    }

    @Test
    void interruptedCaller_isToldWhetherAnythingWasSent() throws InterruptedException {
        busy();
        CompletableFuture<CacheException> told = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                exchange("a");
            } catch (CacheException expected) {
                told.complete(expected);
            }
        });
        soon().until(() -> merger.inLine() == 2);
        caller.interrupt();

        assertThat(told).succeedsWithin(Duration.ofSeconds(5)).satisfies(failure -> assertThat(failure).isInstanceOf(
                CacheOverloadException.class).hasMessageContaining("before anything was sent"));
        caller.join(TimeUnit.SECONDS.toMillis(5));
        CompletableFuture<String> last = ask("last");
        soon().until(() -> merger.inLine() == 3);
        trip(2).end().complete(true);
        assertThat(trip(3).wanted()).extracting(CallMergerTest::name).containsExactly("last");
        trip(3).end().complete(true);
        assertThat(last).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("last");
    }

    @Test
    void interruptedCaller_whoseRoundTripIsUnderWay_leavesItsAnswerBehind() {
        List<CompletableFuture<String>> asked = busy();
        CountDownLatch sent = new CountDownLatch(1);
        CompletableFuture<RuntimeException> told = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                sent.countDown();
                exchange("a");
            } catch (RuntimeException expected) {
                told.complete(expected);
            }
        });
        soon().until(() -> merger.inLine() == 2);
        trip(2).end().complete(true);
        trip(3);
        caller.interrupt();

        assertThat(told).succeedsWithin(Duration.ofSeconds(5)).isNotInstanceOf(CacheOverloadException.class);
        trip(3).end().complete(true);
        assertThat(asked.get(2)).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("busy2");
    }

    @Test
    void close_tellsThoseWhoWait() {
        busy();
        List<CompletableFuture<String>> queued = queue(2);
        merger.close();
        trip(2).end().complete(true);

        assertThat(queued).allSatisfy(asked -> assertThat(asked).failsWithin(Duration.ofSeconds(5)).withThrowableThat()
                .withCauseInstanceOf(CacheConnectionException.class).withMessageContaining("closed"));
    }

    @Test
    void switchedOff_everyCallerMakesItsOwnRoundTrip() {
        merger.close();
        merger = merger(0);
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asked.add(ask("a" + i));
        }

        trip(9);
        assertThat(trips).hasSize(10).allSatisfy(trip -> assertThat(trip.wanted()).hasSize(1));
        trips.forEach(trip -> trip.end().complete(true));
        assertThat(asked).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(5)));
    }
}
