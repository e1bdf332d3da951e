package io.hexcache.domain.existence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.existence.FilterStatus.Phase;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KeyExistenceTest {

    private static final Namespace USER = new Namespace("user");

    private final Set<String> source = new TreeSet<>(Set.of("1", "2"));
    private final AtomicBoolean trusted = new AtomicBoolean(true);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AtomicReference<Runnable> whileListing = new AtomicReference<>(() -> {
    });
    private final AtomicReference<Runnable> afterAsking = new AtomicReference<>(() -> {
    });
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicBoolean closedStream = new AtomicBoolean();
    private final KeyExistence existence = new KeyExistence(USER, this::list, SetFilter::new, trusted::get,
            background::add);

    /** What the source holds when it is asked; something happens between the first key and the second. */
    private Stream<String> list() {
        listings.incrementAndGet();
        List<String> now = new ArrayList<>(source);
        afterAsking.get().run();
        AtomicBoolean first = new AtomicBoolean(true);
        return now.stream().peek(key -> {
            if (!first.getAndSet(false)) {
                whileListing.getAndSet(() -> {
                }).run();
            }
        }).onClose(() -> closedStream.set(true));
    }

    private void runBackground() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void build() {
        existence.rebuild();
        runBackground();
    }

    private static KeySelection keys(String namespace, String identifier) {
        return KeySelection.Keys.of(new CacheKey(new Namespace(namespace), identifier, 3));
    }

    @Test
    void mayExist_neverBuilt_isMaybe() {
        assertThat(existence.mayExist("absent")).isTrue();
        assertThat(existence.status().phase()).isEqualTo(Phase.EMPTY);
        assertThat(existence.status().consulted()).isFalse();
    }

    @Test
    void mayExist_built_knowsWhatTheSourceHolds() {
        build();

        assertThat(existence.mayExist("1")).isTrue();
        assertThat(existence.mayExist("2")).isTrue();
        assertThat(existence.mayExist("absent")).isFalse();
        assertThat(closedStream).isTrue();
    }

    @Test
    void mayExist_whileTheFirstBuildRuns_isMaybe() {
        whileListing.set(() -> {
            assertThat(existence.mayExist("absent")).isTrue();
            assertThat(existence.status().phase()).isEqualTo(Phase.BUILDING);
        });

        build();

        assertThat(existence.status().failure()).isEmpty();
        assertThat(existence.status().phase()).isEqualTo(Phase.COMPLETE);
    }

    @Test
    void mayExist_whileABuildRunsAgain_asksTheFilterOfBefore() {
        build();
        whileListing.set(() -> {
            assertThat(existence.mayExist("absent")).isFalse();
            assertThat(existence.status().phase()).isEqualTo(Phase.REBUILDING);
        });

        build();

        assertThat(existence.status().failure()).isEmpty();
    }

    @Test
    void mayExist_notTrusted_isMaybe() {
        build();
        trusted.set(false);

        assertThat(existence.mayExist("absent")).isTrue();
        assertThat(existence.status().consulted()).isFalse();
    }

    @Test
    void created_afterTheBuild_mayExistAtOnce() {
        build();

        existence.created("3");

        assertThat(existence.mayExist("3")).isTrue();
    }

    @Test
    void created_duringTheFirstBuild_isNotLost() {
        whileListing.set(() -> {
            source.add("3");
            existence.created("3");
        });

        build();

        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.mayExist("4")).isFalse();
    }

    @Test
    void created_rightAfterTheSourceWasAsked_isNotLost() {
        afterAsking.set(() -> existence.created("3"));

        build();

        assertThat(existence.mayExist("3")).isTrue();
    }

    @Test
    void created_duringALaterBuild_mayExistDuringAndAfterIt() {
        build();
        whileListing.set(() -> {
            source.add("3");
            existence.created("3");
            assertThat(existence.mayExist("3")).isTrue();
        });

        build();

        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.status().failure()).isEmpty();
    }

    @Test
    void created_atTheSourceBeforeTheBuildAndToldAfterIt_mayExist() {
        source.add("3");
        build();

        assertThat(existence.mayExist("3")).isTrue();
    }

    @Test
    void changed_keysOfThisNamespaceOfAnyVersion_mayExist() {
        build();

        existence.changed(keys("user", "3"));
        existence.changed(keys("user.profile", "4"));

        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.mayExist("4")).isFalse();
    }

    @Test
    void changed_duringABuild_isNotLost() {
        whileListing.set(() -> existence.changed(keys("user", "3")));

        build();

        assertThat(existence.mayExist("3")).isTrue();
    }

    @Test
    void changed_wholeNamespace_addsNothing() {
        build();

        existence.changed(new KeySelection.Within(USER));

        assertThat(existence.mayExist("absent")).isFalse();
    }

    @Test
    void missedChanges_isMaybeUntilItIsBuiltAgain() {
        build();
        source.add("3");

        existence.missedChanges();
        assertThat(existence.mayExist("absent")).isTrue();
        runBackground();

        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.mayExist("absent")).isFalse();
    }

    @Test
    void missedChanges_duringABuild_throwsItAwayAndBuildsAgain() {
        whileListing.set(() -> {
            // Another node creates it, and the message is among those that were missed.
            source.add("3");
            existence.missedChanges();
        });
        afterAsking.set(() -> assertThat(existence.mayExist("absent")).isTrue());

        build();

        assertThat(existence.status().failure()).isEmpty();
        assertThat(listings).hasValue(2);
        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.mayExist("absent")).isFalse();
    }

    @Test
    void rebuild_dropsWhatWasDeletedMeanwhile() {
        build();
        source.remove("1");
        assertThat(existence.mayExist("1")).isTrue();

        build();

        assertThat(existence.mayExist("1")).isFalse();
    }

    @Test
    void rebuild_askedForManyTimesMeanwhile_runsOnceMore() {
        whileListing.set(() -> {
            existence.rebuild();
            existence.rebuild();
            existence.rebuild();
        });

        build();

        assertThat(listings).hasValue(2);
    }

    @Test
    void rebuild_sourceFails_keepsTheFilterOfBeforeWithWhatCameSince() {
        build();
        existence.created("3");
        whileListing.set(() -> {
            throw new IllegalStateException("the source is away");
        });

        build();

        assertThat(existence.mayExist("3")).isTrue();
        assertThat(existence.mayExist("absent")).isFalse();
        assertThat(existence.status().phase()).isEqualTo(Phase.COMPLETE);
        assertThat(existence.status().failure()).hasValueSatisfying(why -> assertThat(why).contains("is away"));
        assertThat(closedStream).isTrue();
    }

    @Test
    void rebuild_sourceFailsTheFirstTime_isMaybe() {
        whileListing.set(() -> {
            throw new IllegalStateException("the source is away");
        });

        build();

        assertThat(existence.mayExist("absent")).isTrue();
        assertThat(existence.status().phase()).isEqualTo(Phase.EMPTY);
        build();
        assertThat(existence.mayExist("absent")).isFalse();
        assertThat(existence.status().failure()).isEmpty();
    }

    @Test
    void rebuild_executorRefuses_isMaybeAndSaysWhy() {
        KeyExistence refused = new KeyExistence(USER, this::list, SetFilter::new, trusted::get, task -> {
            throw new RejectedExecutionException("stopped");
        });

        refused.missedChanges();

        assertThat(refused.mayExist("absent")).isTrue();
        assertThat(refused.status().failure()).hasValueSatisfying(why -> assertThat(why).contains("stopped"));
    }

    @Test
    void close_duringABuild_endsItAndIsMaybeForEver() {
        source.addAll(Set.of("3", "4", "5"));
        whileListing.set(existence::close);

        build();
        build();

        assertThat(existence.mayExist("absent")).isTrue();
        assertThat(existence.status().listed()).isLessThan(5);
        assertThat(existence.status().phase()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void status_countsWhatItHidAndLetPass() {
        build();
        existence.mayExist("1");
        existence.mayExist("absent");
        existence.mayExist("absent");

        FilterStatus status = existence.status();

        assertThat(status.passed()).isEqualTo(1);
        assertThat(status.hidden()).isEqualTo(2);
        assertThat(status.listed()).isEqualTo(2);
        assertThat(status.consulted()).isTrue();
        assertThat(status.falsePositiveRate()).isZero();
        assertThat(Optional.of(status.namespace())).contains(USER);
    }
}
