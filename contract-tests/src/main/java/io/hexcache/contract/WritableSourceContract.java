package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.SourceOfTruth;
import io.hexcache.domain.port.WritableSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link WritableSource}, on top of what any source of truth promises.
 *
 * @param <V> type of the values
 */
public abstract class WritableSourceContract<V> extends SourceOfTruthContract<V> {

    private static final int WRITERS = 4;

    @Override
    public abstract WritableSource<V> source();

    /** The same data, read anew as after a restart. */
    public abstract SourceOfTruth<V> reopened();

    /**
     * A value that may be stored where the current one is, and differs from it and from those of other numbers.
     *
     * @param number 0 or more
     */
    public abstract V successor(V current, int number);

    @Test
    void store_present_isWhatLoadAnswersThen() {
        V current = source().load(presentIdentifier()).orElseThrow();

        V stored = source().store(presentIdentifier(), successor(current, 0));

        assertThat(stored).isNotEqualTo(current);
        assertThat(source().load(presentIdentifier())).contains(stored);
        assertThat(reopened().load(presentIdentifier())).contains(stored);
    }

    @Test
    void store_again_isWhatLoadAnswersThen() {
        V first = source().store(presentIdentifier(), successor(source().load(presentIdentifier()).orElseThrow(), 0));
        V second = source().store(presentIdentifier(), successor(first, 1));

        assertThat(second).isNotEqualTo(first);
        assertThat(source().load(presentIdentifier())).contains(second);
    }

    @Test
    void store_one_leavesOthers() {
        Optional<V> other = source().load(otherPresentIdentifier());
        source().store(presentIdentifier(), successor(source().load(presentIdentifier()).orElseThrow(), 0));

        assertThat(source().load(otherPresentIdentifier())).isEqualTo(other);
        assertThat(source().load(absentIdentifier())).isEmpty();
    }

    @Test
    void delete_present_isGoneForGood() {
        Optional<V> other = source().load(otherPresentIdentifier());

        assertThat(source().delete(presentIdentifier())).isTrue();
        assertThat(source().load(presentIdentifier())).isEmpty();
        assertThat(reopened().load(presentIdentifier())).isEmpty();
        assertThat(source().load(otherPresentIdentifier())).isEqualTo(other);
    }

    @Test
    void delete_again_saysThatThereWasNothing() {
        source().delete(presentIdentifier());

        assertThat(source().delete(presentIdentifier())).isFalse();
        assertThat(source().delete(absentIdentifier())).isFalse();
    }

    @Test
    void delete_atOnce_oneFindsIt() {
        List<Boolean> deleted = Together.run(WRITERS, thread -> source().delete(presentIdentifier()));

        assertThat(deleted).containsOnlyOnce(true);
    }

    /** A source may refuse a writer who did not see the latest value; whoever it accepted last is what it holds. */
    @Test
    void store_atOnce_holdsWhatOneOfThemWasAnswered() {
        V current = source().load(presentIdentifier()).orElseThrow();

        List<Optional<V>> answers = Together.run(WRITERS, thread -> accepted(successor(current, thread)));

        assertThat(answers).anyMatch(Optional::isPresent);
        assertThat(answers).contains(source().load(presentIdentifier()));
    }

    private Optional<V> accepted(V value) {
        try {
            return Optional.of(source().store(presentIdentifier(), value));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }
}
