package io.hexcache.domain.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.key.KeySelection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadLedgerTest {

    private static final Origin ONE = new Origin("one", 1);
    private static final Origin TWO = new Origin("two", 1);

    private final Map<Origin, Heads.Head> heads = new HashMap<>();
    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private int epochs;
    private final LocalTrust trust = new LocalTrust(() -> now);
    private final HeadLedger ledger = new HeadLedger(trust, () -> epochs++);

    @BeforeEach
    void connect() {
        head(ONE, 0, 1, false);
        ledger.connected(now);
    }

    private void head(Origin origin, long sequence, long beat, boolean left) {
        heads.put(origin, new Heads.Head(sequence, beat, left));
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private void pulse() {
        ledger.pulsed(new Heads(heads), now, ledger.generation(), now);
        ledger.check(now);
    }

    private void receive(Origin origin, long sequence) {
        ledger.received(new Message(origin, sequence, Change.of(new KeySelection.Everything())), now);
    }

    private boolean isTrusted() {
        return trust.isTrusted(now);
    }

    @Test
    void firstPulse_isTheBaseAndBeginsAnEpochBeforeAnythingIsTrusted() {
        head(ONE, 17, 1, false);
        assertThat(isTrusted()).isFalse();
        pulse();
        assertThat(isTrusted()).isTrue();
        assertThat(epochs).isEqualTo(1);
    }

    @Test
    void trust_runsFromWhenThePulseWasSentNotFromWhenItWasAnswered() {
        long sentAt = now;
        long generation = ledger.generation();
        pass(900);
        ledger.pulsed(new Heads(heads), sentAt, generation, now);
        pass(99);
        assertThat(isTrusted()).isTrue();
        pass(1);
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void pulse_whoseMessagesAreOnTheirWay_vouchesFromWhenTheyAreThere() {
        pulse();
        pass(250);
        head(ONE, 2, 2, false);
        pulse();
        pass(100);
        receive(ONE, 2);
        receive(ONE, 1);
        pass(899);
        assertThat(isTrusted()).as("the first pulse does not vouch any more").isTrue();
        pass(1);
        assertThat(isTrusted()).isFalse();
        assertThat(epochs).isEqualTo(1);
    }

    @Test
    void messageThatIsMissingForHalfASecond_endsTrustAndTheEpoch() {
        pulse();
        head(ONE, 1, 2, false);
        pulse();
        pass(250);
        pulse();
        assertThat(isTrusted()).isTrue();
        pass(250);
        ledger.check(now);
        assertThat(isTrusted()).isFalse();
        assertThat(epochs).isEqualTo(2);
        pulse();
        assertThat(isTrusted()).isTrue();
        assertThat(epochs).isEqualTo(3);
    }

    @Test
    void silence_endsTrustByItself() {
        pulse();
        pass(1_000);
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void headsThatWereAskedForBeforeALoss_proveNothing() {
        pulse();
        long generation = ledger.generation();
        ledger.disconnected(now);
        ledger.connected(now);
        ledger.pulsed(new Heads(heads), now, generation, now);
        assertThat(isTrusted()).isFalse();
        pulse();
        assertThat(isTrusted()).isTrue();
    }

    @Test
    void subscriptionThatBreaks_endsTrust_andCopiesGoBeforeItIsRegained() {
        pulse();
        int before = epochs;
        ledger.disconnected(now);
        assertThat(isTrusted()).isFalse();
        assertThat(epochs).as("nothing is known to be wrong yet").isEqualTo(before);
        ledger.connected(now);
        pulse();
        assertThat(isTrusted()).isTrue();
        assertThat(epochs).isEqualTo(before + 1);
    }

    @Test
    void pulsesWithoutASubscription_proveNothing() {
        ledger.disconnected(now);
        pulse();
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void nodeThatStandsStillForThreeSeconds_costsTrustOnce() {
        head(TWO, 5, 1, false);
        pulse();
        for (int i = 2; i <= 13; i++) {
            pass(250);
            head(ONE, 0, i, false);
            pulse();
        }
        assertThat(epochs).isEqualTo(2);
        assertThat(isTrusted()).isFalse();
        for (int i = 14; i <= 60; i++) {
            pass(250);
            head(ONE, 0, i, false);
            pulse();
        }
        assertThat(isTrusted()).isTrue();
        assertThat(epochs).isEqualTo(3);
    }

    @Test
    void nodeThatStoppedAndWasDroppedWhileThisOnePaused_costsTrust() {
        head(TWO, 5, 1, false);
        pulse();
        pass(90_000);
        heads.remove(TWO);
        pulse();
        assertThat(isTrusted()).isFalse();
        assertThat(epochs).isEqualTo(2);
        pulse();
        assertThat(isTrusted()).isTrue();
    }

    @Test
    void nodeThatHasSaidGoodbye_mayStandStill() {
        head(TWO, 5, 1, true);
        pulse();
        for (int i = 2; i <= 40; i++) {
            pass(250);
            head(ONE, 0, i, false);
            pulse();
        }
        assertThat(epochs).isEqualTo(1);
        assertThat(isTrusted()).isTrue();
    }

    @Test
    void tooManyMessagesAheadOfAGap_areALoss() {
        pulse();
        for (long sequence = 2; sequence <= 1_002; sequence++) {
            receive(ONE, sequence);
        }
        assertThat(isTrusted()).isFalse();
    }

    @Test
    void anyOrderAndRepetitionOfMessages_isTrustedExactlyIfNoneIsMissing() {
        SplittableRandom random = new SplittableRandom(42);
        for (int run = 0; run < 1_000; run++) {
            LocalTrust fresh = new LocalTrust(() -> now);
            HeadLedger any = new HeadLedger(fresh, () -> {});
            any.connected(now);
            int base = random.nextInt(5);
            any.pulsed(heads(base), now, any.generation(), now);
            pass(999);
            int last = base + random.nextInt(6);
            Set<Long> seen = new HashSet<>();
            for (int i = 0; i < 12; i++) {
                long sequence = 1L + random.nextInt(last + 1);
                seen.add(sequence);
                any.received(new Message(TWO, sequence, Change.of(new KeySelection.Everything())), now);
            }
            any.pulsed(heads(last), now, any.generation(), now);
            pass(2);
            boolean complete = LongStream.rangeClosed(base + 1, last).allMatch(seen::contains);
            assertThat(fresh.isTrusted(now)).as("run %d, base %d, last %d, seen %s", run, base, last, seen).isEqualTo(
                    complete);
        }
    }

    private static Heads heads(long sequence) {
        return new Heads(Map.of(TWO, new Heads.Head(sequence, sequence, false)));
    }
}
