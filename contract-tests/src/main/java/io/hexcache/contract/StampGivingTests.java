package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each stamp is larger than every one before it and than the clock says, and is read by whoever lacks it. */
interface StampGivingTests extends RegisterUnderTest {

    /** A subject of the tests. */
    Subject A = Subject.of(new Tag("a"));

    /** Another subject of the tests. */
    Subject B = Subject.of(new Namespace("b"));

    @Test
    default void stamp_one_isLastAndGivenToIt() {
        Stamps given = stamp(A);

        assertThat(given.subjects()).containsExactly(Map.entry(A, given.last()));
        assertThat(given.last()).isGreaterThan(given.floor());
        assertThat(given.floor()).isPositive();
    }

    @Test
    default void stamp_several_getTheSame() {
        Stamps given = stamp(A, B, Subject.EVERYTHING);

        assertThat(given.subjects()).containsOnlyKeys(A, B, Subject.EVERYTHING).allSatisfy(
                (subject, stamp) -> assertThat(stamp).isEqualTo(given.last()));
    }

    @Test
    default void stamp_again_isLargerThoughTheClockStandsStill() {
        List<Long> stamps = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stamps.add(stamp(i % 2 == 0 ? A : B).last());
        }

        assertThat(stamps).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void stamp_clock_isTheSmallestStamp() {
        stamp(A);
        letPass(Duration.ofHours(1));
        long earliest = clockMicros() - TimeUnit.SECONDS.toMicros(1);

        assertThat(stamp(A).last()).isBetween(earliest, clockMicros() + TimeUnit.SECONDS.toMicros(1));
    }

    @Test
    default void read_everything_isTheLastStampOfEach() {
        stamp(A);
        long b = stamp(B).last();
        long a = stamp(A).last();

        Stamps read = register().read(0, 0);
        assertThat(read.subjects()).containsOnly(Map.entry(A, a), Map.entry(B, b));
        assertThat(read.last()).isEqualTo(a);
    }

    @Test
    default void read_since_isWhatWasStampedAfterIt() {
        long a = stamp(A).last();
        long b = stamp(B).last();

        assertThat(register().read(a, a).subjects()).containsOnly(Map.entry(B, b));
        assertThat(register().read(a - 1, b).subjects()).containsOnly(Map.entry(A, a), Map.entry(B, b));
        assertThat(register().read(b, b).subjects()).isEmpty();
        assertThat(register().read(b, b).last()).isEqualTo(b);
    }

    @Test
    default void read_nothingStamped_answersFloorAndLast() {
        Stamps read = register().read(0, 0);

        assertThat(read.subjects()).isEmpty();
        assertThat(read.last()).isEqualTo(read.floor()).isPositive();
        assertThat(register().read(0, 0)).isEqualTo(read);
    }

    @Test
    default void read_again_changesNothing() {
        stamp(A, B);

        Stamps read = register().read(0, 0);
        assertThat(register().read(0, read.last())).isEqualTo(read);
    }

    @Test
    default void stamp_oddNames_areKeptExactly() {
        Set<Subject> subjects = Samples.oddIdentifiers().filter(name -> Samples.bytes(name).length <= 128)
                .map(name -> Subject.of(new Tag(name))).collect(Collectors.toSet());
        long given = register().stamp(subjects, 0).last();

        assertThat(register().read(0, given).subjects()).containsOnlyKeys(subjects)
                .allSatisfy((subject, stamp) -> assertThat(stamp).isEqualTo(given));
    }

    @Test
    default void stamp_manySubjects_areAllRead() {
        Set<Subject> subjects = IntStream.range(0, 1_000).mapToObj(i -> Subject.of(new Tag("tag-" + i)))
                .collect(Collectors.toSet());
        register().stamp(subjects, 0);

        assertThat(register().read(0, 0).subjects()).containsOnlyKeys(subjects);
    }

    @Test
    default void stamp_atOnce_noneIsGivenTwice() {
        List<List<Long>> given = Together.run(8, thread -> {
            Subject own = Subject.of(new Tag("tag-" + thread));
            return IntStream.range(0, 50).mapToObj(i -> stamp(own).last()).toList();
        });

        assertThat(given.stream().flatMap(List::stream)).hasSize(400).doesNotHaveDuplicates();
        assertThat(given).allSatisfy(own -> assertThat(own).isSorted());
        Map<Subject, Long> read = register().read(0, 0).subjects();
        for (int thread = 0; thread < 8; thread++) {
            assertThat(read).containsEntry(Subject.of(new Tag("tag-" + thread)), given.get(thread).getLast());
        }
    }

    @TestFactory
    default Stream<DynamicTest> unreachable_anyOperation_throwsConnectionError() {
        Map<String, Consumer<StampRegister>> operations = new LinkedHashMap<>();
        operations.put("read", register -> register.read(0, 0));
        operations.put("stamp", register -> register.stamp(Set.of(A), 0));
        return Unreachable.tests(unreachableRegister(), operations);
    }
}
