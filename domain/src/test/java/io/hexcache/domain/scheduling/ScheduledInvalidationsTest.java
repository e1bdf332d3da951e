package io.hexcache.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.JobScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ScheduledInvalidationsTest {

    private static final KeySelection USERS = new KeySelection.Within(new Namespace("user"));
    private static final KeySelection PRODUCTS = new KeySelection.Within(new Namespace("product"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandScheduler scheduler = new HandScheduler();
    private final List<KeySelection> invalidated = new ArrayList<>();
    private final AtomicInteger toFail = new AtomicInteger();
    private final ScheduledInvalidations scheduled = new ScheduledInvalidations(scheduler, scheduler, selection -> {
        if (toFail.getAndDecrement() > 0) {
            throw new IllegalStateException("the first ones fail");
        }
        invalidated.add(selection);
    });

    @Test
    void after_happensOnceWhenTheDelayHasPassed() {
        scheduled.after(USERS, MINUTE);

        scheduler.advance(MINUTE.minusNanos(1));
        assertThat(invalidated).isEmpty();
        scheduler.advance(Duration.ofNanos(1));
        assertThat(invalidated).containsExactly(USERS);
        scheduler.advance(MINUTE);
        assertThat(invalidated).hasSize(1);
        assertThat(scheduled.list()).isEmpty();
    }

    @Test
    void at_happensAtTheInstant() {
        Instant due = scheduler.instant().plus(MINUTE);

        assertThat(scheduled.at(USERS, due).due()).isEqualTo(due);

        scheduler.advance(MINUTE);
        assertThat(invalidated).containsExactly(USERS);
    }

    @Test
    void at_hasPassed_happensAtOnce() {
        scheduled.at(USERS, Instant.EPOCH);

        scheduler.advance(Duration.ZERO);

        assertThat(invalidated).containsExactly(USERS);
    }

    @Test
    void list_namesThoseThatWait_theNextOneFirst() {
        ScheduledInvalidation later = scheduled.after(USERS, MINUTE);
        ScheduledInvalidation sooner = scheduled.after(PRODUCTS, Duration.ofSeconds(1));
        ScheduledInvalidation sameTime = scheduled.after(USERS, Duration.ofSeconds(1));

        assertThat(scheduled.list()).containsExactly(sooner, sameTime, later);
        assertThat(later.due()).isEqualTo(scheduler.instant().plus(MINUTE));
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(scheduled.list()).containsExactly(later);
    }

    @Test
    void cancel_waiting_neverHappens() {
        ScheduledInvalidation cancelled = scheduled.after(USERS, MINUTE);
        scheduled.after(PRODUCTS, MINUTE);

        assertThat(scheduled.cancel(cancelled.id())).isTrue();
        assertThat(scheduled.cancel(cancelled.id())).isFalse();

        assertThat(scheduler.waiting()).isEqualTo(1);
        scheduler.advance(MINUTE);
        assertThat(invalidated).containsExactly(PRODUCTS);
    }

    @Test
    void cancel_unknownOrOver_answersThatItDidNothing() {
        ScheduledInvalidation over = scheduled.after(USERS, Duration.ZERO);
        scheduler.advance(Duration.ZERO);

        assertThat(scheduled.cancel(over.id())).isFalse();
        assertThat(scheduled.cancel(4711)).isFalse();
    }

    @Test
    void failing_isTriedAgainAfterLongerAndLongerPauses() {
        toFail.set(3);
        scheduled.after(USERS, MINUTE);

        scheduler.advance(MINUTE);
        ScheduledInvalidation once = scheduled.list().getFirst();
        assertThat(once.failures()).isEqualTo(1);
        assertThat(once.failure()).hasValueSatisfying(why -> assertThat(why).contains("the first ones fail"));
        assertThat(once.due()).isEqualTo(scheduler.instant().plusSeconds(1));
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(scheduled.list().getFirst().due()).isEqualTo(scheduler.instant().plusSeconds(2));
        scheduler.advance(Duration.ofSeconds(2));
        assertThat(scheduled.list().getFirst().failures()).isEqualTo(3);
        assertThat(invalidated).isEmpty();

        scheduler.advance(Duration.ofSeconds(4));

        assertThat(invalidated).containsExactly(USERS);
        assertThat(scheduled.list()).isEmpty();
    }

    @Test
    void failing_forLong_isTriedEachMinute() {
        toFail.set(1_000);
        scheduled.after(USERS, Duration.ZERO);
        scheduler.advance(Duration.ofHours(1));

        int before = scheduled.list().getFirst().failures();
        scheduler.advance(Duration.ofHours(1));

        assertThat(scheduled.list().getFirst().failures()).isEqualTo(before + 60);
    }

    @Test
    void failing_holdsNoOtherUp() {
        toFail.set(1);
        scheduled.after(USERS, MINUTE);
        scheduled.after(PRODUCTS, MINUTE);

        scheduler.advance(MINUTE);

        assertThat(invalidated).containsExactly(PRODUCTS);
    }

    @Test
    void cancel_whileItIsTriedAgain_endsThat() {
        toFail.set(1_000);
        ScheduledInvalidation failing = scheduled.after(USERS, Duration.ZERO);
        scheduler.advance(Duration.ofMinutes(5));

        assertThat(scheduled.cancel(failing.id())).isTrue();

        toFail.set(0);
        scheduler.advance(Duration.ofMinutes(5));
        assertThat(invalidated).isEmpty();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void cancel_whileItHappensAndFails_isNotTriedAgain() {
        AtomicReference<Consumer<KeySelection>> happening = new AtomicReference<>(selection -> {
        });
        ScheduledInvalidations own = new ScheduledInvalidations(scheduler, scheduler, selection -> happening.get()
                .accept(selection));
        ScheduledInvalidation cancelled = own.after(USERS, MINUTE);
        happening.set(selection -> {
            assertThat(own.list()).hasSize(1);
            assertThat(own.cancel(cancelled.id())).isFalse();
            invalidated.add(selection);
            throw new IllegalStateException("fails");
        });

        scheduler.advance(MINUTE.multipliedBy(5));

        assertThat(invalidated).hasSize(1);
        assertThat(scheduler.waiting()).isZero();
        assertThat(own.list()).isEmpty();
    }

    @Test
    void moreThanTheBound_areRefusedUntilSomeAreOver() {
        for (int i = 0; i < ScheduledInvalidations.MAX_WAITING; i++) {
            scheduled.after(USERS, MINUTE);
        }

        assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> scheduled.after(PRODUCTS, MINUTE))
                .withMessageContaining("1000");
        assertThat(scheduled.list()).hasSize(ScheduledInvalidations.MAX_WAITING);
        assertThat(scheduler.waiting()).isEqualTo(ScheduledInvalidations.MAX_WAITING);

        scheduled.cancel(scheduled.list().getFirst().id());
        scheduled.after(PRODUCTS, MINUTE);
    }

    @Test
    void times_outOfBounds_areRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> scheduled.after(USERS, Duration
                .ofNanos(-1))).withMessageContaining("0 to 365 days");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> scheduled.after(USERS, Duration
                .ofDays(366)));
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> scheduled.at(USERS,
                Instant.MAX)).withMessageContaining("365 days");
        assertThat(scheduled.list()).isEmpty();
    }

    @Test
    void schedulerRefuses_isNotListed() {
        ScheduledInvalidations refused = new ScheduledInvalidations(new JobScheduler() {

            @Override
            public Job runAfter(Duration delay, Runnable job) {
                throw new CacheConnectionException("closed");
            }

            @Override
            public Job runAt(Instant due, Runnable job) {
                throw new CacheConnectionException("closed");
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        }, scheduler, invalidated::add);

        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> refused.after(USERS, MINUTE));
        assertThatExceptionOfType(CacheConnectionException.class).isThrownBy(() -> refused.at(USERS, scheduler
                .instant()));
        assertThat(refused.list()).isEmpty();
    }

    @Test
    void close_cancelsAll() {
        scheduled.after(USERS, MINUTE);
        scheduled.at(PRODUCTS, scheduler.instant().plus(MINUTE));

        scheduled.close();

        assertThat(scheduled.list()).isEmpty();
        scheduler.advance(MINUTE);
        assertThat(invalidated).isEmpty();
    }
}
