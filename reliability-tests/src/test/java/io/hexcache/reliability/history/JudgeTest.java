package io.hexcache.reliability.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Histories of one key, in milliseconds: it was 1, and becomes 2. */
class JudgeTest {

    private final Surroundings surroundings = Surroundings.of(2);
    private final Judge judge = new Judge(surroundings);
    private final KeyHistory key = new KeyHistory("/key", 0);

    private static long at(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    /** Node 0 takes 1 at 0 ms, and 2 at 100 ms. */
    private void written(Write.Way way) {
        for (int i = 0; i < 2; i++) {
            key.acknowledge(new Write(key.next(at(i * 100 - 10)), 0, at(i * 100 - 10), at(i * 100), way));
        }
    }

    private void read(int node, long begin, long value) {
        judge.judge(key, new Read(node, at(begin), at(begin + 5), value, "HIT-L1"));
    }

    private void assertFound(Violation.Kind... kinds) {
        assertThat(judge.violations()).extracting(Violation::kind).containsExactly(kinds);
    }

    @Test
    void ownNode_olderValueAfterTheAnswer_isStale() {
        written(Write.Way.COMPLETE);
        read(0, 101, 1);

        assertFound(Violation.Kind.STALE);
    }

    @Test
    void ownNode_readThatBeganBeforeTheAnswer_mayBeOld() {
        written(Write.Way.COMPLETE);
        read(0, 99, 1);
        read(0, 101, 2);

        assertFound();
    }

    @Test
    void otherNode_olderValue_isStaleAfterASecond() {
        written(Write.Way.COMPLETE);
        read(1, 1_099, 1);
        assertFound();
        assertThat(judge.worstStaleness()).isEqualTo(at(999));

        read(1, 1_101, 1);
        assertFound(Violation.Kind.STALE);
    }

    @Test
    void otherNode_whileRedisFailsIt_hasThreeSeconds() {
        surroundings.redis().get(1).begin(at(500));
        written(Write.Way.COMPLETE);
        read(1, 3_099, 1);
        assertFound();

        read(1, 3_101, 1);
        assertFound(Violation.Kind.STALE);
    }

    @Test
    void otherNode_ofADeferredWrite_countsFromTheEndOfTheFault() {
        surroundings.redis().get(0).begin(at(50));
        written(Write.Way.DEFERRED);
        read(1, 9_000, 1);
        assertFound();

        surroundings.redis().get(0).end(at(9_000), Duration.ofSeconds(2));
        read(1, 11_999, 1);
        assertFound();
        read(1, 12_001, 1);
        assertFound(Violation.Kind.STALE);
    }

    @Test
    void otherNode_ofAWriteBehind_countsFromTheNextFlush() {
        written(Write.Way.BEHIND);
        surroundings.flushes().get(0).done(at(99), at(120));
        read(1, 9_000, 1);
        assertFound();

        surroundings.flushes().get(0).done(at(9_100), at(9_200));
        read(1, 10_201, 1);
        assertFound(Violation.Kind.STALE);
    }

    @Test
    void otherNode_ofAWriteBehindThatWasOvertakenDuringTheFlush_promisesNothing() {
        written(Write.Way.BEHIND);
        long inDoubt = key.next(at(150));
        surroundings.flushes().get(0).done(at(140), at(160));
        read(1, 9_000, 1);

        assertFound();
        assertThat(inDoubt).isEqualTo(3);
    }

    @Test
    void ownNode_ofAWriteBehind_countsAtOnce() {
        written(Write.Way.BEHIND);
        read(0, 101, 1);

        assertFound(Violation.Kind.STALE);
    }

    @Test
    void valueThatNobodyWrote_isInvented() {
        written(Write.Way.COMPLETE);
        read(1, 200, 3);
        read(1, 200, KeyHistory.REMOVED);

        assertFound(Violation.Kind.INVENTED, Violation.Kind.INVENTED);
    }

    @Test
    void valueOfAWriteInDoubt_mayBeThereOrNot() {
        written(Write.Way.COMPLETE);
        long inDoubt = key.next(at(150));
        read(0, 200, inDoubt);
        read(0, 201, 2);

        assertFound();
    }

    @Test
    void removedKey_thatIsFoundLater_isStale() {
        written(Write.Way.COMPLETE);
        key.removing();
        key.acknowledge(new Write(KeyHistory.REMOVED, 0, at(190), at(200), Write.Way.COMPLETE));
        read(1, 1_150, KeyHistory.REMOVED);
        assertFound();

        read(1, 1_201, 2);
        assertFound(Violation.Kind.STALE);
    }

    @Test
    void finding_whileTheCheckStoodStill_isVoidAndCounted() {
        written(Write.Way.COMPLETE);
        read(1, 1_101, 1);
        surroundings.stalls().add(at(300), at(600));

        assertFound();
        assertThat(judge.voided()).isEqualTo(1);
    }
}
