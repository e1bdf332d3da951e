package io.hexcache.infrastructure.resilience4j;

import static io.hexcache.infrastructure.resilience4j.BreakerState.CLOSED;
import static io.hexcache.infrastructure.resilience4j.BreakerState.HALF_OPEN;
import static io.hexcache.infrastructure.resilience4j.BreakerState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.InvalidationBus;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the breakers open and close, seen from the ports that they are around. */
class RemoteBreakersTest {

    private static final CacheKey KEY = new CacheKey(new Namespace("words"), "a", 0);
    private static final Token TOKEN = new Token("%032x".formatted(1));
    private static final Duration SILENCE = Breaker.SILENCE;
    private static final CacheTimeoutException TIMEOUT = new CacheTimeoutException(
            "no answer within 250 ms; try again");

    private final FakeTicker ticker = new FakeTicker();
    private final OtherSide redis = new OtherSide();
    private final MemoryAdapters memory = Behind.memory(ticker);
    private final RemoteBreakers breakers = new RemoteBreakers("Redis", BreakerSettings.DEFAULT, ticker);
    private final CacheStore store = breakers.around(redis.before(CacheStore.class, memory.store()));
    private final StampRegister heartbeat = breakers.heartbeat(redis.before(StampRegister.class, memory
            .stampRegister()));
    private final InvalidationBus bus = breakers.around(redis.before(InvalidationBus.class, new InProcessBusHub(ticker)
            .connect()));

    private List<BreakerState> states() {
        return breakers.reports().stream().map(BreakerReport::state).toList();
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            Behind.attempt(() -> store.get(KEY));
        }
    }

    private void write(int times) {
        for (int i = 0; i < times; i++) {
            Behind.attempt(() -> store.remove(Set.of(KEY)));
        }
    }

    private void outage() {
        redis.fails(TIMEOUT);
        ticker.turn(SILENCE);
    }

    private Write word(String text) {
        return new Write(KEY, TOKEN, text.getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1), 0);
    }

    @Test
    void fiveFailures_openIt_andThenNothingIsSent() {
        read(10);
        outage();
        read(4);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
        read(1);
        assertThat(states()).containsExactly(OPEN, CLOSED);
        int sent = redis.calls();

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.get(KEY))
                .withMessageContaining("Redis (reads) is not asked, nothing was sent").withMessageContaining(TIMEOUT
                        .getMessage());
        assertThat(redis.calls()).isEqualTo(sent);
        assertThat(breakers.reports().getFirst().reason()).contains(TIMEOUT.getMessage());
    }

    @Test
    void fiveFailuresRightAfterTheStart_openIt() {
        outage();
        write(5);
        assertThat(states()).containsExactly(CLOSED, OPEN);
    }

    @Test
    void refusals_areAnswers() {
        redis.fails(new CacheWriteException("out of memory; free some"));
        ticker.turn(SILENCE);
        write(100);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
        assertThat(redis.calls()).isEqualTo(100);
    }

    @Test
    void overload_whichSendsNothing_saysNothing() {
        redis.fails(new CacheOverloadException("no free connection; try again"));
        ticker.turn(SILENCE);
        write(100);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void failuresBesideAnswers_asOfOnePrimaryOfThree_doNotShutOutTheOthers() {
        for (int i = 0; i < 100; i++) {
            redis.answers();
            read(1);
            ticker.turn(SILENCE.minusMillis(1));
            redis.fails(TIMEOUT);
            read(2);
        }
        assertThat(states()).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void answersThatComeLate_countAsFailures() {
        redis.does(() -> ticker.turn(BreakerSettings.DEFAULT.slowCall().plusMillis(1)));
        ticker.turn(SILENCE);
        read(5);
        assertThat(states()).containsExactly(OPEN, CLOSED);
    }

    @Test
    void callsThatDoMuch_mayTakeTheirTime() {
        redis.does(() -> ticker.turn(Duration.ofSeconds(10)));
        for (int i = 0; i < 10; i++) {
            store.getAll(List.of(KEY));
            store.removeAll(new KeySelection.Matching(KeyPattern.of("*")));
        }
        assertThat(states()).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void openForASecond_thenThreeProbes_andClosedAfterTwoSuccesses() {
        outage();
        write(5);
        ticker.turn(Duration.ofMillis(999));
        int sent = redis.calls();
        write(1);
        assertThat(redis.calls()).isEqualTo(sent);

        ticker.turn(Duration.ofMillis(2));
        redis.answers();
        write(1);
        assertThat(states()).containsExactly(CLOSED, HALF_OPEN);
        redis.fails(TIMEOUT);
        write(1);
        redis.answers();
        write(1);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
        assertThat(breakers.reports().getLast().reason()).isEmpty();
    }

    @Test
    void twoOfThreeProbesFail_openAgainForASecond() {
        outage();
        write(5);
        ticker.turn(Duration.ofMillis(1001));
        redis.answers();
        write(1);
        redis.fails(TIMEOUT);
        write(2);
        assertThat(states()).containsExactly(CLOSED, OPEN);
    }

    @Test
    void probesThatSayNothing_areTriedAgain() {
        outage();
        read(5);
        ticker.turn(Duration.ofMillis(1001));
        redis.fails(new IllegalStateException("a mistake"));
        read(10);
        redis.fails(new CacheOverloadException("no free connection; try again"));
        read(10);
        assertThat(states()).containsExactly(HALF_OPEN, CLOSED);
        redis.answers();
        read(3);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void callsThatDoMuch_areNoProbes() {
        outage();
        write(5);
        ticker.turn(Duration.ofMillis(1001));
        redis.answers();
        int sent = redis.calls();
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.removeAll(
                new KeySelection.Matching(KeyPattern.of("*"))));
        assertThat(redis.calls()).isEqualTo(sent);
    }

    @Test
    void pulse_isAlwaysSent_andClosesTheBreakersOfAServiceThatNobodyUses() {
        outage();
        read(5);
        write(5);
        int sent = redis.calls();
        redis.answers();
        Origin origin = new Origin("node-1", 1);
        for (int beat = 1; beat <= 8; beat++) {
            ticker.turn(Duration.ofMillis(250));
            heartbeat.read(0, 0);
            bus.exchange(origin, new Beat(beat, 0));
        }
        assertThat(redis.calls()).isEqualTo(sent + 16);
        assertThat(states()).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void pingOfAnOpenOne_isSent() {
        outage();
        write(5);
        redis.answers();
        store.ping();
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> store.remove(Set.of(KEY)));
    }

    @Test
    void whileOnlyWritesAreNotAnswered_aFetchFindsWhatIsThere_andGrantsNothing() {
        store.set(word("old"), new SetCondition.Always());
        outage();
        write(10);
        redis.answers();

        Fetch fetch = Fetch.of(KEY, new Token("%032x".formatted(2)));
        assertThat(store.fetch(fetch)).isInstanceOf(Fetched.Found.class);
        assertThat(store.fetch(fetch.leaseBelow(Fetch.ANY_LIFE))).isInstanceOfSatisfying(Fetched.Held.class,
                held -> assertThat(held.beside()).isPresent());
        assertThat(store.fetch(fetch.without(TOKEN))).isInstanceOf(Fetched.Held.class);
        assertThat(store.fetchAll(List.of(fetch)).getFirst()).isInstanceOf(Fetched.Found.class);
        assertThat(memory.store().inspect(KEY).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    void settingsOutOfBounds_areRefusedByName() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new BreakerSettings(0, Duration
                .ofSeconds(1), 3, Duration.ofMillis(100))).withMessageContaining("breaker.failures is 0");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new BreakerSettings(5,
                Duration.ZERO, 3, Duration.ofMillis(100))).withMessageContaining("breaker.open-for");
    }
}
