package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.Subject;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Registers of stamps with one mistake each. */
final class WrongRegisters {

    private WrongRegisters() {}

    static StampRegister right(InstantSource clock) {
        return new MemoryStampRegister(clock, 100_000);
    }

    /** Does not listen to what its nodes know, and goes on by its clock after a loss. */
    static StampRegister thatDoesNotHeal(InstantSource clock) {
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps read(long since, long told) {
                return right.read(since, 0);
            }

            @Override
            public Stamps stamp(Set<Subject> subjects, long told) {
                return right.stamp(subjects, 0);
            }
        };
    }

    /** Counts from one, so that its stamps run backwards when it has lost the count. */
    static StampRegister thatOnlyCounts() {
        AtomicLong last = new AtomicLong();
        Map<Subject, Long> stamps = new ConcurrentHashMap<>();
        return new StampRegister() {
            @Override
            public Stamps read(long since, long told) {
                return new Stamps(last.get(), 1, stamps.entrySet().stream().filter(entry -> entry.getValue() > since)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            }

            @Override
            public Stamps stamp(Set<Subject> subjects, long told) {
                long stamp = last.incrementAndGet();
                Map<Subject, Long> given = new HashMap<>();
                subjects.forEach(subject -> given.put(subject, stamp));
                given.forEach((subject, own) -> stamps.merge(subject, own, Math::max));
                return new Stamps(stamp, 1, given);
            }
        };
    }

    /** Heals whenever somebody tells it anything, and so forgets what it has just stamped. */
    static StampRegister thatHealsTooOften(InstantSource clock) {
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps read(long since, long told) {
                return right.read(since, told == 0 ? 0 : Math.max(told, right.read(Long.MAX_VALUE, 0).last() + 1));
            }
        };
    }

    static StampRegister thatStampsEachApart(InstantSource clock) {
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps stamp(Set<Subject> subjects, long told) {
                Map<Subject, Long> given = new HashMap<>();
                Stamps last = right.read(Long.MAX_VALUE, told);
                for (Subject subject : subjects) {
                    last = right.stamp(Set.of(subject), told);
                    given.putAll(last.subjects());
                }
                return new Stamps(last.last(), last.floor(), given);
            }
        };
    }

    static StampRegister thatAnswersEverything(InstantSource clock) {
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps read(long since, long told) {
                return right.read(0, told);
            }
        };
    }

    static StampRegister thatTakesSinceAsIncluded(InstantSource clock) {
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps read(long since, long told) {
                return right.read(since == 0 ? 0 : since - 1, told);
            }
        };
    }

    /** Looks first and stamps later. */
    static StampRegister thatIsNotAtomic(InstantSource clock) {
        Gap gap = new Gap();
        AtomicLong given = new AtomicLong();
        return new DelegatingRegister(right(clock)) {
            @Override
            public Stamps stamp(Set<Subject> subjects, long told) {
                long before = given.get();
                gap.open();
                Stamps stamps = right.stamp(subjects, told);
                long own = given.compareAndSet(before, stamps.last()) ? stamps.last() : stamps.last() - 1;
                Map<Subject, Long> mine = new HashMap<>();
                subjects.forEach(subject -> mine.put(subject, own));
                return new Stamps(own, stamps.floor(), mine);
            }
        };
    }

    /** The right register, of which a wrong one overrides what it does wrong. */
    private static class DelegatingRegister implements StampRegister {

        final StampRegister right;

        DelegatingRegister(StampRegister right) {
            this.right = right;
        }

        @Override
        public Stamps read(long since, long told) {
            return right.read(since, told);
        }

        @Override
        public Stamps stamp(Set<Subject> subjects, long told) {
            return right.stamp(subjects, told);
        }
    }
}
