package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A fetch leases beside an entry where it asks for that, removes one that is found dead, and comes in batches. */
interface StoreRefreshTests extends StoreUnderTest {

    @Test
    default void fetch_moreLifeThanAskedFor_isFound() {
        set(key("a"), "value");

        assertThat(store().fetch(Fetch.of(key("a"), token(1)).leaseBelow(LONG.dividedBy(2))))
                .isInstanceOf(Fetched.Found.class);
        assertThat(guardOf(key("a"))).isEqualTo(Guard.FREE);
    }

    @Test
    default void fetch_lessLifeThanAskedFor_isLeasedBesideTheEntry() {
        set(key("a"), "old");

        Fetched fetched = store().fetch(Fetch.of(key("a"), token(1)).leaseBelow(LONG.multipliedBy(2)));
        assertThat(fetched).isInstanceOfSatisfying(Fetched.Leased.class, leased -> assertBeside(leased.beside(),
                "old"));
        assertStored(key("a"), "old");
        assertThat(fill(key("a"), token(1), "new")).isTrue();
        assertStored(key("a"), "new");
    }

    @Test
    default void fetch_nothingStored_isLeasedBesideNothing() {
        assertThat(refresh(1)).isEqualTo(new Fetched.Leased(Optional.empty()));
    }

    @Test
    default void fetch_refreshLeasedToAnother_isHeldBesideTheEntry() {
        set(key("a"), "old");
        refresh(1);

        assertThat(refresh(2)).isInstanceOfSatisfying(Fetched.Held.class, held -> {
            assertThat(held.guard()).isEqualTo(Guard.READING);
            assertBeside(held.beside(), "old");
        });
        assertThat(fetch(key("a"), token(3))).isInstanceOf(Fetched.Found.class);
        assertThat(fill(key("a"), token(2), "refused")).isFalse();
        assertThat(fill(key("a"), token(1), "new")).isTrue();
    }

    @Test
    default void fetch_refreshDuringAWrite_isHeldBesideTheEntry() {
        set(key("a"), "old");
        begin(key("a"), token(1));

        assertThat(refresh(2)).isInstanceOfSatisfying(Fetched.Held.class, held -> {
            assertThat(held.guard()).isEqualTo(Guard.WRITING);
            assertBeside(held.beside(), "old");
        });
        assertThat(put(key("a"), token(1), "new")).isTrue();
    }

    @Test
    default void fetch_held_saysByWhom() {
        fetch(key("read"), token(1));
        begin(key("written"), token(2));
        begin(key("contended"), token(3));
        begin(key("contended"), token(4));

        assertThat(fetch(key("read"), token(5))).isEqualTo(new Fetched.Held(Guard.READING, Optional.empty()));
        assertThat(fetch(key("written"), token(6))).isEqualTo(new Fetched.Held(Guard.WRITING, Optional.empty()));
        assertThat(fetch(key("contended"), token(7))).isEqualTo(new Fetched.Held(Guard.CONTENDED, Optional.empty()));
    }

    @Test
    default void fetch_deadEntry_isRemovedAndLeased() {
        store().set(write(key("a"), token(1), "dead"), new SetCondition.Always());

        assertThat(store().fetch(Fetch.of(key("a"), token(2)).without(token(1))))
                .isEqualTo(new Fetched.Leased(Optional.empty()));
        assertNothingStored(key("a"));
        assertThat(fill(key("a"), token(2), "new")).isTrue();
    }

    @Test
    default void fetch_anotherEntryThanTheDead_isFound() {
        store().set(write(key("a"), token(1), "alive"), new SetCondition.Always());

        assertThat(store().fetch(Fetch.of(key("a"), token(2)).without(token(3)))).isInstanceOf(Fetched.Found.class);
        assertStored(key("a"), "alive");
    }

    @Test
    default void fetch_deadEntryGoneAlready_isLeased() {
        assertThat(store().fetch(Fetch.of(key("a"), token(2)).without(token(1)))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void fetch_deadEntryBesideAWrite_isRemovedAndHeld() {
        store().set(write(key("a"), token(1), "dead"), new SetCondition.Always());
        begin(key("a"), token(2));

        assertThat(store().fetch(Fetch.of(key("a"), token(3)).without(token(1))))
                .isEqualTo(new Fetched.Held(Guard.WRITING, Optional.empty()));
        assertNothingStored(key("a"));
        assertThat(put(key("a"), token(2), "new")).isTrue();
    }

    @Test
    default void fetchAll_mixed_answersInTheOrderOfTheRequests() {
        set(key("found"), "value");
        begin(key("held"), token(1));

        List<Fetched> answers = store().fetchAll(List.of(Fetch.of(key("held"), token(2)),
                Fetch.of(key("found"), token(3)), Fetch.of(key("leased"), token(4)),
                Fetch.of(key("found"), token(5)).leaseBelow(Fetch.ANY_LIFE)));

        assertThat(answers).hasSize(4);
        assertThat(answers.get(0)).isEqualTo(new Fetched.Held(Guard.WRITING, Optional.empty()));
        assertThat(answers.get(1)).isInstanceOfSatisfying(Fetched.Found.class,
                found -> assertThat(found.entry().bytes()).isEqualTo(bytes("value")));
        assertThat(answers.get(2)).isEqualTo(new Fetched.Leased(Optional.empty()));
        assertThat(answers.get(3)).isInstanceOfSatisfying(Fetched.Leased.class,
                leased -> assertBeside(leased.beside(), "value"));
        assertThat(fill(key("leased"), token(4), "new")).isTrue();
        assertThat(fill(key("found"), token(5), "new")).isTrue();
    }

    @Test
    default void fillAll_mixed_answersInTheOrderOfTheWrites() {
        fetch(key("a"), token(1));
        fetch(key("c"), token(3));

        assertThat(store().fillAll(List.of(write(key("a"), token(1), "A"), write(key("b"), token(2), "B"),
                write(key("c"), token(3), "C")))).containsExactly(true, false, true);
        assertStored(key("a"), "A");
        assertNothingStored(key("b"));
        assertStored(key("c"), "C");
    }

    @Test
    default void putAll_mixed_answersInTheOrderOfTheWrites() {
        store().begin(Set.of(key("a"), key("b")), token(1));
        begin(key("c"), token(2));
        set(key("d"), "old");

        assertThat(store().putAll(List.of(write(key("d"), token(1), "D"), write(key("a"), token(1), "A"),
                write(key("c"), token(1), "C"), write(key("b"), token(1), "B"))))
                .containsExactly(false, true, false, true);
        assertStored(key("a"), "A");
        assertStored(key("b"), "B");
        assertNothingStored(key("c"));
        assertNothingStored(key("d"));
    }

    @Test
    default void getAll_mixed_answersInTheOrderOfTheKeys_andLeasesNothing() {
        set(key("a"), "A");
        set(key("c"), "C");

        List<Optional<StoredEntry>> answers = store().getAll(List.of(key("c"), key("b"), key("a")));

        assertThat(answers).hasSize(3);
        assertBeside(answers.get(0), "C");
        assertThat(answers.get(1)).isEmpty();
        assertBeside(answers.get(2), "A");
        assertThat(store().inspect(key("b")).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    default void setAll_underACondition_answersInTheOrderOfTheWrites() {
        set(key("b"), "old");

        assertThat(store().setAll(List.of(write(key("a"), token(1), "A"), write(key("b"), token(2), "B"),
                write(key("c"), token(3), "C")), new SetCondition.IfAbsent())).containsExactly(true, false, true);
        assertStored(key("a"), "A");
        assertStored(key("b"), "old");
        assertStored(key("c"), "C");
    }

    @Test
    default void releaseAll_freesExactlyTheseLeases() {
        fetch(key("a"), token(1));
        fetch(key("b"), token(2));
        begin(key("c"), token(3));

        store().releaseAll(Map.of(key("a"), token(1), key("b"), token(9), key("c"), token(3)));

        assertThat(store().inspect(key("a")).guard()).isEqualTo(Guard.FREE);
        assertThat(store().inspect(key("b")).guard()).isEqualTo(Guard.READING);
        assertThat(store().inspect(key("c")).guard()).isEqualTo(Guard.WRITING);
    }

    @Test
    default void batches_nothing_answerNothing() {
        assertThat(store().getAll(List.of())).isEmpty();
        assertThat(store().setAll(List.of(), new SetCondition.Always())).isEmpty();
        store().releaseAll(Map.of());
        assertThat(store().fetchAll(List.of())).isEmpty();
        assertThat(store().fillAll(List.of())).isEmpty();
        assertThat(store().putAll(List.of())).isEmpty();
        store().begin(Set.of(), token(1));
        store().abandon(Set.of(), token(1));
    }

    @Test
    default void batches_manyKeys_areWhole() {
        List<CacheKey> keys = Samples.keys(1_000);
        List<Fetch> fetches = new ArrayList<>();
        List<Write> writes = new ArrayList<>();
        for (CacheKey key : keys) {
            fetches.add(Fetch.of(key, token(fetches.size())));
            writes.add(write(key, token(writes.size()), key.render()));
        }

        assertThat(store().fetchAll(fetches)).hasSize(1_000).allMatch(Fetched.Leased.class::isInstance);
        assertThat(store().fillAll(writes)).hasSize(1_000).containsOnly(true);
        List<Fetched> found = store().fetchAll(fetches);
        for (int i = 0; i < keys.size(); i++) {
            byte[] expected = bytes(keys.get(i).render());
            assertThat(found.get(i)).isInstanceOfSatisfying(Fetched.Found.class,
                    one -> assertThat(one.entry().bytes()).isEqualTo(expected));
        }
    }

    private Fetched refresh(int token) {
        return store().fetch(Fetch.of(key("a"), token(token)).leaseBelow(Fetch.ANY_LIFE));
    }

    private static void assertBeside(Optional<StoredEntry> beside, String text) {
        assertThat(beside).hasValueSatisfying(entry -> assertThat(entry.bytes()).isEqualTo(bytes(text)));
    }
}
