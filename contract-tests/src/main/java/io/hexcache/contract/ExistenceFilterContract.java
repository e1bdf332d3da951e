package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.FilterSize;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link ExistenceFilter}. An adapter extends this class in its tests and says how one is made. */
public abstract class ExistenceFilterContract {

    private static final int MEMBERS = 20_000;

    /** A new, empty filter. */
    public abstract ExistenceFilter emptyFilter(FilterSize size);

    @Test
    void mayContain_nothingAdded_isFalseForAll() {
        ExistenceFilter filter = emptyFilter(new FilterSize(100, 0.01));

        assertThat(Samples.oddIdentifiers()).noneMatch(filter::mayContain);
        assertThat(filter.falsePositiveRate()).isZero();
    }

    @Test
    void mayContain_added_isTrueForEach() {
        ExistenceFilter filter = emptyFilter(new FilterSize(MEMBERS, 0.01));
        IntStream.range(0, MEMBERS).forEach(i -> filter.add("member-" + i));

        assertThat(IntStream.range(0, MEMBERS)).allMatch(i -> filter.mayContain("member-" + i));
    }

    @Test
    void mayContain_oddIdentifiersAndNone_areMembersLikeOthers() {
        ExistenceFilter filter = emptyFilter(FilterSize.DEFAULT);
        Samples.oddIdentifiers().forEach(filter::add);
        filter.add("");

        assertThat(Samples.oddIdentifiers()).allMatch(filter::mayContain);
        assertThat(filter.mayContain("")).isTrue();
    }

    @Test
    void mayContain_strangersAtTheExpectedSize_passAtTheRateThatWasAskedFor() {
        for (double rate : List.of(0.1, 0.01, 0.001)) {
            ExistenceFilter filter = emptyFilter(new FilterSize(MEMBERS, rate));
            IntStream.range(0, MEMBERS).forEach(i -> filter.add("member-" + i));

            int strangers = 200_000;
            long passed = IntStream.range(0, strangers).filter(i -> filter.mayContain("stranger-" + i)).count();

            // Six standard deviations of a binomial distribution, and what the size is rounded by.
            double expected = strangers * rate;
            assertThat((double) passed).as("at a rate of " + rate).isBetween(0.8 * expected - 6 * Math.sqrt(expected),
                    1.2 * expected + 6 * Math.sqrt(expected));
            assertThat(filter.falsePositiveRate()).as("estimate at " + rate).isBetween(0.8 * rate, 1.2 * rate);
        }
    }

    @Test
    void mayContain_farMoreMembersThanExpected_stillKnowsEach() {
        ExistenceFilter filter = emptyFilter(new FilterSize(1, 0.5));
        IntStream.range(0, 1_000).forEach(i -> filter.add("member-" + i));

        assertThat(IntStream.range(0, 1_000)).allMatch(i -> filter.mayContain("member-" + i));
        assertThat(filter.falsePositiveRate()).isBetween(0.9, 1.0);
    }

    @Test
    void add_fromManyThreads_losesNone() {
        int threads = 8;
        int members = 2_000;
        for (int round = 0; round < 50; round++) {
            // Small, so that the threads meet in the same words.
            ExistenceFilter filter = emptyFilter(new FilterSize(members, 0.3));

            Together.run(threads, thread -> {
                IntStream.range(0, members).filter(i -> i % threads == thread).forEach(i -> filter.add("member-" + i));
                return thread;
            });

            assertThat(IntStream.range(0, members)).allMatch(i -> filter.mayContain("member-" + i));
        }
    }
}
