package io.hexcache.benchmarks.peers.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line means, and what it may not say. */
class OptionParserTest {

    private static Options parse(String line) {
        return OptionParser.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void parse_nothingGiven_measuresAllFiveTimes() {
        assertThat(parse("")).satisfies(all -> {
            assertThat(all.scenarios()).containsExactly(Scenario.values());
            assertThat(all.systems()).containsExactly(PeerSystem.values());
            assertThat(all.rounds()).isEqualTo(5);
            assertThat(all.quick()).isFalse();
            assertThat(all.output()).isEqualTo(Path.of("benchmarks", "results"));
        });
    }

    @Test
    void parse_someNamed_measuresThese() {
        assertThat(parse("--scenario batch-100,l2-hit --systems jedis,hexcache --rounds 2 --output out")).satisfies(
                some -> {
                    assertThat(some.scenarios()).containsExactly(Scenario.L2_HIT, Scenario.BATCH);
                    assertThat(some.systems()).containsExactly(PeerSystem.HEXCACHE, PeerSystem.JEDIS);
                    assertThat(some.rounds()).isEqualTo(2);
                    assertThat(some.output()).isEqualTo(Path.of("out"));
                });
    }

    @Test
    void parse_quick_measuresLessThanOtherwise() {
        assertThat(parse("--quick")).satisfies(quick -> {
            assertThat(quick.rounds()).isEqualTo(2);
            assertThat(quick.volume().staying()).isLessThan(Volume.FULL.staying());
            assertThat(quick.intervals().throughput()).isLessThan(Intervals.FULL.throughput());
        });
        assertThat(parse("--rounds 7 --quick").rounds()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --fast              | '--fast'
            --rounds            | --rounds needs a value
            --rounds 0          | --rounds '0'
            --rounds many       | --rounds 'many'
            --rounds 51         | 1 to 50
            --systems memcached | --systems 'memcached' is not known: one or more of hexcache,
            --scenario l2-hit,  | --scenario '' is not known: one or more of l1-hit,
            """)
    void parse_impossible_saysWhatIsPossible(String line, String message) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessageContaining(message);
    }

    @Test
    void usage_namesEverything() {
        assertThat(OptionParser.USAGE).contains(Stream.of(Scenario.values()).map(Scenario::id).toList()).contains(Stream
                .of(PeerSystem.values()).map(PeerSystem::id).toList());
    }

    @Test
    void callers_label_isReadAsWritten() {
        assertThat(Stream.of(Scenario.values()).flatMap(scenario -> scenario.callers().stream())).isNotEmpty()
                .allSatisfy(callers -> assertThat(Callers.parse(callers.label())).isEqualTo(callers));
    }
}
