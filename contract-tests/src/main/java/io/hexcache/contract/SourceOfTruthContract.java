package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.SourceOfTruth;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SourceOfTruth}. An adapter extends this class in its tests, or {@link WritableSourceContract}
 * if its source takes writes, and names one identifier that the source knows and one that it does not.
 *
 * @param <V> type of the values
 */
public abstract class SourceOfTruthContract<V> {

    /** The source under test, the same throughout one test. */
    public abstract SourceOfTruth<V> source();

    /** An identifier under which the source holds something when a test begins. */
    public abstract String presentIdentifier();

    /** Another one of these. */
    public abstract String otherPresentIdentifier();

    /** An identifier under which the source holds nothing. */
    public abstract String absentIdentifier();

    @Test
    void load_present_isTheSameEachTime() {
        V first = source().load(presentIdentifier()).orElseThrow();

        assertThat(source().load(presentIdentifier())).contains(first);
    }

    @Test
    void load_absent_isEmpty() {
        assertThat(source().load(absentIdentifier())).isEmpty();
    }

    @Test
    void load_oddIdentifiers_areEmpty() {
        Samples.oddIdentifiers()
                .filter(odd -> !odd.equals(presentIdentifier()) && !odd.equals(otherPresentIdentifier()))
                .forEach(odd -> assertThat(source().load(odd)).as(odd).isEmpty());
    }

    @Test
    void load_manyThreads_allGetTheValue() {
        V value = source().load(presentIdentifier()).orElseThrow();

        assertThat(Together.run(8, thread -> source().load(presentIdentifier()).orElseThrow())).containsOnly(value);
    }
}
