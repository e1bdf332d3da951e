package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.BulkSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link BulkSource}, on top of what any source of truth promises.
 *
 * @param <V> type of the values
 */
public abstract class BulkSourceContract<V> extends SourceOfTruthContract<V> {

    private static final int MANY = 1_000;

    @Override
    public abstract BulkSource<V> source();

    @Test
    void loadAll_presentAndAbsent_answersEachAsLoadDoes() {
        Map<String, V> expected = Map.of(presentIdentifier(), one(presentIdentifier()), otherPresentIdentifier(),
                one(otherPresentIdentifier()));

        Map<String, V> found = source()
                .loadAll(Set.of(presentIdentifier(), absentIdentifier(), otherPresentIdentifier()));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void loadAll_single_isWhatLoadAnswers() {
        assertThat(source().loadAll(Set.of(presentIdentifier())))
                .isEqualTo(Map.of(presentIdentifier(), one(presentIdentifier())));
        assertThat(source().loadAll(Set.of(absentIdentifier()))).isEmpty();
    }

    @Test
    void loadAll_oddIdentifiers_areNoneOfTheAnswer() {
        Set<String> asked = Samples.oddIdentifiers().collect(Collectors.toSet());
        asked.remove(otherPresentIdentifier());
        asked.add(presentIdentifier());

        assertThat(source().loadAll(asked)).containsOnlyKeys(presentIdentifier());
    }

    @Test
    void loadAll_many_findsThoseThatArePresent() {
        Set<String> asked = IntStream.range(0, MANY).mapToObj(i -> absentIdentifier() + "-" + i)
                .collect(Collectors.toCollection(HashSet::new));
        asked.add(presentIdentifier());

        assertThat(source().loadAll(asked)).containsOnlyKeys(presentIdentifier());
    }

    private V one(String identifier) {
        return source().load(identifier).orElseThrow();
    }
}
