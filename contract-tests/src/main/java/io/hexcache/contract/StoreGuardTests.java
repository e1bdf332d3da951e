package io.hexcache.contract;

import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Inspection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of guards in the port, row by row: what a step answers, and what guard and entry are then. */
interface StoreGuardTests extends StoreUnderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set 0                                             | fetch 3   | leased         | READING 0
            set 0                                             | begin 3   | -              | WRITING 0
            set 0                                             | fill 3    | no             | FREE 0
            set 0                                             | put 3     | no             | FREE -
            set 0                                             | abandon 3 | -              | FREE -
            set 0                                             | release 3 | -              | FREE 0
            set 0                                             | remove    | 1              | FREE -
            fetch 1                                           | fetch 3   | held READING   | READING -
            fetch 1                                           | fill 1    | yes            | FREE 1
            set 0, fetch 1                                    | fetch 3   | held READING   | READING 0
            set 0, fetch 1                                    | begin 3   | -              | WRITING 0
            set 0, fetch 1                                    | fill 1    | yes            | FREE 1
            set 0, fetch 1                                    | fill 3    | no             | READING 0
            set 0, fetch 1                                    | put 1     | no             | FREE -
            set 0, fetch 1                                    | put 3     | no             | FREE -
            set 0, fetch 1                                    | abandon 3 | -              | FREE -
            set 0, fetch 1                                    | release 1 | -              | FREE 0
            set 0, fetch 1                                    | release 3 | -              | READING 0
            set 0, fetch 1                                    | remove    | 1              | FREE -
            set 0, fetch 1                                    | set 4     | yes            | FREE 4
            begin 1                                           | fetch 3   | held WRITING   | WRITING -
            begin 1                                           | put 1     | yes            | FREE 1
            set 0, begin 1                                    | fetch 3   | held WRITING   | WRITING 0
            set 0, begin 1                                    | begin 3   | -              | CONTENDED 0
            set 0, begin 1                                    | fill 1    | no             | WRITING 0
            set 0, begin 1                                    | fill 3    | no             | WRITING 0
            set 0, begin 1                                    | put 1     | yes            | FREE 1
            set 0, begin 1                                    | put 3     | no             | CONTENDED -
            set 0, begin 1                                    | abandon 1 | -              | FREE -
            set 0, begin 1                                    | abandon 3 | -              | CONTENDED -
            set 0, begin 1                                    | release 1 | -              | WRITING 0
            set 0, begin 1                                    | remove    | 1              | CONTENDED -
            set 0, begin 1                                    | set 4     | yes            | FREE 4
            set 0, begin 1, begin 2                           | fetch 3   | held CONTENDED | CONTENDED 0
            set 0, begin 1, begin 2                           | fill 1    | no             | CONTENDED 0
            set 0, begin 1, begin 2                           | fill 2    | no             | CONTENDED 0
            set 0, begin 1, begin 2                           | put 1     | no             | CONTENDED -
            set 0, begin 1, begin 2                           | put 2     | no             | CONTENDED -
            set 0, begin 1, begin 2                           | put 3     | no             | CONTENDED -
            set 0, begin 1, begin 2                           | abandon 1 | -              | CONTENDED -
            set 0, begin 1, begin 2                           | release 2 | -              | CONTENDED 0
            set 0, begin 1, begin 2                           | remove    | 1              | CONTENDED -
            set 0, begin 1, begin 2                           | set 4     | yes            | FREE 4
            begin 1, begin 2, put 1                           | put 2     | no             | FREE -
            begin 1, begin 2, put 1                           | abandon 2 | -              | FREE -
            begin 1, begin 2, put 1                           | remove    | 0              | CONTENDED -
            begin 1, begin 2, put 1                           | begin 3   | -              | CONTENDED -
            begin 1, begin 2, abandon 1                       | put 2     | no             | FREE -
            begin 1, begin 2, remove, put 1                   | put 2     | no             | FREE -
            begin 1, begin 2, begin 3                         | put 1     | no             | CONTENDED -
            begin 1, begin 2, begin 3, put 1                  | put 2     | no             | CONTENDED -
            begin 1, begin 2, begin 3, put 1, put 2           | put 3     | no             | FREE -
            begin 1, remove                                   | fetch 3   | held CONTENDED | CONTENDED -
            begin 1, remove                                   | put 1     | no             | FREE -
            begin 1, remove, begin 2                          | put 2     | no             | CONTENDED -
            begin 1, remove, begin 2, put 2                   | put 1     | no             | FREE -
            begin 1, begin 2, put 1, put 2, begin 3           | put 3     | yes            | FREE 3
            begin 1, put 1                                    | put 1     | no             | FREE -
            begin 1, put 1, begin 2                           | put 1     | no             | CONTENDED -
            fetch 1, begin 2                                  | fill 1    | no             | WRITING -
            fetch 1, begin 2, put 2                           | fill 1    | no             | FREE 2
            fetch 1, begin 2                                  | release 1 | -              | WRITING -
            fetch 1, remove, fetch 2                          | fill 1    | no             | READING -
            fetch 1, remove, fetch 2                          | release 1 | -              | READING -
            """)
    default void step_inThisState_answersAndLeaves(String before, String step, String answer, String after) {
        GuardScript script = new GuardScript(store());
        script.play(before);

        assertThat(script.answer(step)).as("answer to %s after %s", step, before).isEqualTo(answer);
        assertThat(script.state()).as("guard and entry when %s came after %s", step, before).isEqualTo(after);
    }

    @Test
    default void inspect_nothing_isNothing() {
        assertThat(store().inspect(key("a"))).isEqualTo(new Inspection(Optional.empty(), Guard.FREE));
        assertThat(fetch(key("a"), token(1))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    default void inspect_entryBesideAWrite_showsBothAndChangesNothing() {
        set(key("a"), "value");
        begin(key("a"), token(1));

        for (int time = 0; time < 2; time++) {
            Inspection inspection = store().inspect(key("a"));
            assertThat(inspection.guard()).isEqualTo(Guard.WRITING);
            assertThat(inspection.entry().orElseThrow().bytes()).isEqualTo(bytes("value"));
        }
        assertThat(put(key("a"), token(1), "new")).isTrue();
    }

    @Test
    default void begin_tokenExpired_isFreeAndThePutIsRefused() {
        begin(key("a"), token(1));
        awaitFree();

        assertThat(put(key("a"), token(1), "late")).isFalse();
        assertNothingStored(key("a"));
    }

    @Test
    default void begin_afterTheTokenOfAnotherExpired_isAlone() {
        begin(key("a"), token(1));
        awaitFree();
        begin(key("a"), token(2));

        assertThat(put(key("a"), token(2), "value")).isTrue();
    }

    @Test
    default void contended_nobodyTouchesIt_isFree() {
        begin(key("a"), token(1));
        begin(key("a"), token(2));
        awaitFree();

        begin(key("a"), token(3));
        assertThat(put(key("a"), token(3), "value")).isTrue();
    }

    private void awaitFree() {
        letGuardExpire(key("a"));
        Eventually.holds(patience(), () -> guardOf(key("a")) == Guard.FREE, "the guard is free");
    }
}
