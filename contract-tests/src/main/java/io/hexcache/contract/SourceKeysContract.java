package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.SourceKeys;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link SourceKeys}. An adapter extends this class in its tests and says what its source holds. */
public abstract class SourceKeysContract {

    /** The keys of the source under test, the same throughout one test. */
    public abstract SourceKeys keys();

    /** The identifiers under which the source holds something when a test begins; two or more. */
    public abstract Set<String> presentIdentifiers();

    /** Creates something at the source under an identifier that is not in use, which it returns. */
    public abstract String create();

    /** Deletes what the source holds under this identifier. */
    public abstract void delete(String identifier);

    @Test
    void identifiers_areThoseThatExist() {
        assertThat(listed()).isEqualTo(presentIdentifiers());
    }

    @Test
    void identifiers_afterACreationAndADeletion_areThoseThatExistNow() {
        Set<String> before = presentIdentifiers();
        String deleted = before.iterator().next();
        String created = create();
        delete(deleted);

        assertThat(listed()).contains(created).doesNotContain(deleted).containsAll(before.stream().filter(
                other -> !other.equals(deleted)).toList());
    }

    @Test
    void identifiers_somethingIsCreatedWhileTheyAreRead_stillListAllOfBefore() {
        try (Stream<String> identifiers = keys().identifiers()) {
            Iterator<String> each = identifiers.iterator();
            String first = each.next();
            create();

            assertThat(Stream.concat(Stream.of(first), rest(each))).containsAll(presentIdentifiers());
        }
    }

    @Test
    void identifiers_closedBeforeTheEnd_canBeListedAgain() {
        for (int i = 0; i < 50; i++) {
            try (Stream<String> identifiers = keys().identifiers()) {
                assertThat(identifiers.iterator().hasNext()).isTrue();
            }
        }

        assertThat(listed()).isEqualTo(presentIdentifiers());
    }

    private static Stream<String> rest(Iterator<String> each) {
        return Stream.iterate(each, Iterator::hasNext, same -> same).map(Iterator::next);
    }

    private Set<String> listed() {
        try (Stream<String> identifiers = keys().identifiers()) {
            return Set.copyOf(identifiers.toList());
        }
    }
}
