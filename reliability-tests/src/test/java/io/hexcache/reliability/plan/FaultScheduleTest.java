package io.hexcache.reliability.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

    private static List<Fault> first(long seed) {
        return Stream.generate(new FaultSchedule(seed, 3)::next).limit(170).toList();
    }

    @Test
    void schedule_sameSeed_isTheSame() {
        assertThat(first(5)).isEqualTo(first(5)).isNotEqualTo(first(6));
    }

    @Test
    void schedule_anySeed_hasEachKindInItsShare() {
        List<FaultKind> kinds = first(9).stream().map(Fault::kind).toList();

        assertThat(kinds).contains(FaultKind.values());
        assertThat(kinds.stream().filter(FaultKind.KILL_IN_DRAIN::equals)).hasSize(30);
        assertThat(kinds.stream().filter(FaultKind.KILL_IN_RECOVERY::equals)).hasSize(20);
    }
}
