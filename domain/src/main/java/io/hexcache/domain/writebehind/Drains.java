package io.hexcache.domain.writebehind;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.WriteBehindJournal;
import io.hexcache.domain.time.NodeRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Carries what waits to its source, one key at a time, and settles it in the journal, many at a time. */
final class Drains {

    private final WriteBehindJournal journal;
    private final PendingWrites pending;
    private final WriteBehindSettings settings;
    private final NodeRuntime runtime;
    private final DeadLetters dead;
    private final Map<Namespace, RecordTarget> targets = new ConcurrentHashMap<>();

    Drains(WriteBehindJournal journal, PendingWrites pending, WriteBehindSettings settings, NodeRuntime runtime,
            DeadLetters dead) {
        this.journal = journal;
        this.pending = pending;
        this.settings = settings;
        this.runtime = runtime;
        this.dead = dead;
    }

    void add(Namespace namespace, RecordTarget target) {
        targets.put(namespace, target);
    }

    /**
     * Drains what was due at this reading of the ticker, until there is no more of it.
     *
     * @throws CacheException if the journal is not, or may not be, that of this node any more; what waits waits on
     */
    void run(long cutoff) {
        List<Held> applied = new ArrayList<>();
        try {
            for (Optional<Held> next = claim(cutoff); next.isPresent(); next = claim(cutoff)) {
                if (apply(next.get())) {
                    applied.add(next.get());
                }
                if (applied.size() >= settings.batch()) {
                    settle(applied);
                    applied.clear();
                }
            }
        } finally {
            settle(applied);
        }
    }

    private Optional<Held> claim(long cutoff) {
        journal.confirm();
        return pending.claim(cutoff);
    }

    /** Whether the source has it now; else it waits again, or was set aside. */
    private boolean apply(Held held) {
        boolean ended = false;
        CacheKey key = held.record().key();
        try {
            Optional<RecordTarget> target = Optional.ofNullable(targets.get(key.namespace()));
            if (target.isEmpty()) {
                giveUp(held, "nothing in this service writes namespace " + key.namespace());
            } else {
                attempt(held, target.get());
            }
            ended = true;
            return target.isPresent();
        } catch (RuntimeException failure) {
            failed(held, failure);
            ended = true;
            return false;
        } finally {
            if (!ended) {
                // An error of the machine, which ends this drain: the record waits on.
                retry(held.failed(false));
            }
        }
    }

    private void attempt(Held held, RecordTarget target) {
        target.apply(held.record(), () -> pending.isNewest(held.record().key(), held.record().order()));
    }

    private void failed(Held held, RuntimeException failure) {
        RecordTarget.Verdict verdict = Optional.ofNullable(targets.get(held.record().key().namespace())).map(
                target -> target.judge(failure)).orElse(RecordTarget.Verdict.AWAY);
        Held tried = held.failed(verdict != RecordTarget.Verdict.AWAY);
        if (verdict == RecordTarget.Verdict.HOPELESS || tried.attempts() >= settings.retry().attempts()) {
            giveUp(tried, String.valueOf(failure.getMessage() == null ? failure : failure.getMessage()));
        } else {
            retry(tried);
        }
    }

    private void giveUp(Held held, String reason) {
        try {
            dead.bury(held.record(), reason);
        } catch (CacheException notKept) {
            // Not lost: it waits on, and is tried once more before it is set aside.
            retry(held);
            return;
        }
        pending.settled(held, runtime.ticker().read());
        Optional.ofNullable(targets.get(held.record().key().namespace())).ifPresent(target -> target.givenUp(held
                .record().key()));
    }

    private void settle(List<Held> applied) {
        try {
            List<Held> journaled = applied.stream().filter(Held::journaled).toList();
            if (!journaled.isEmpty()) {
                journal.settle(journaled.stream().map(held -> held.record().mark()).toList());
            }
            applied.forEach(held -> pending.settled(held, runtime.ticker().read()));
        } catch (CacheException notSettled) {
            // Nothing is lost: they are applied once more when the journal takes it, which does no harm.
            applied.forEach(held -> retry(held.failed(false)));
        }
    }

    private void retry(Held held) {
        pending.failed(held, settings.retry().backoff(Math.max(1, held.failures()), runtime.random()), runtime.ticker()
                .read());
    }
}
