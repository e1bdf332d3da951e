package io.hexcache.domain.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.StampRegister;
import io.hexcache.domain.port.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StampServiceTest {

    private static final Tag RED = new Tag("red");
    private static final Subject RED_SUBJECT = Subject.of(RED);

    /** A register in a map whose clock a test sets, and which can lose what it holds or be away. */
    private static final class MapRegister implements StampRegister {

        private final Map<Subject, Long> subjects = new HashMap<>();
        private long last;
        private long floor;
        private long clock = 100;
        private int reads;
        private boolean away;

        private void heal(long told) {
            if (away) {
                throw new CacheConnectionException("the register is away");
            }
            if (last == 0 || last < told) {
                last = Math.max(clock, told) + 1;
                floor = last;
            }
        }

        @Override
        public Stamps read(long since, long told) {
            reads++;
            heal(told);
            return new Stamps(last, floor, subjects.entrySet().stream().filter(entry -> entry.getValue() > since)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }

        @Override
        public Stamps stamp(Set<Subject> stamped, long told) {
            heal(told);
            last = Math.max(last + 1, clock);
            stamped.forEach(subject -> subjects.put(subject, last));
            return new Stamps(last, floor, stamped.stream().collect(Collectors.toMap(subject -> subject,
                    subject -> last)));
        }

        void lose() {
            subjects.clear();
            last = 0;
            floor = 0;
        }
    }

    private final MapRegister register = new MapRegister();
    private int news;
    private final StampService stamps = new StampService(register, new StampTable(), () -> news++);
    private final StampService other = new StampService(register, new StampTable(), () -> {});

    private static CacheEntry<String> entry(String key, long stamp, Tag... tags) {
        return CacheEntry
                .of(CacheKey.parse(key), Optional.of("value"), Duration.ofHours(1), Set.of(tags), Instant.EPOCH)
                .from(Provenance.UNKNOWN.withStamp(stamp));
    }

    @Test
    void beforeRead_ofANodeThatKnowsNothing_asksTheRegisterOnce() {
        assertThat(stamps.beforeRead()).isPositive();
        stamps.beforeRead();
        assertThat(register.reads).isEqualTo(1);
    }

    @Test
    void beforeRead_whileTheRegisterIsAway_failsOnlyIfNothingIsKnown() {
        register.away = true;
        assertThatThrownBy(stamps::beforeRead).isInstanceOf(CacheConnectionException.class);
        register.away = false;
        long known = stamps.beforeRead();
        register.away = true;
        assertThat(stamps.beforeRead()).isEqualTo(known);
    }

    @Test
    void entryReadBeforeAnInvalidation_isInvalidWheneverItIsStoredAndWhoeverLooks() {
        long before = stamps.beforeRead();
        other.stamp(Set.of(RED_SUBJECT));
        assertThat(other.isValid(entry("a:1:v0", before, RED), true)).isFalse();
        assertThat(other.isValid(entry("a:1:v0", before), true)).as("without the tag").isTrue();
        stamps.refresh();
        assertThat(stamps.isValid(entry("a:1:v0", before, RED), true)).isFalse();
        assertThat(stamps.isValid(entry("a:1:v0", stamps.beforeRead(), RED), true)).isTrue();
    }

    @Test
    void stampOfANamespace_reachesItsChildrenAndNobodyElse() {
        long before = stamps.beforeRead();
        stamps.stamp(Set.of(Subject.of(new Namespace("user"))));
        assertThat(stamps.isValid(entry("user:1:v0", before), true)).isFalse();
        assertThat(stamps.isValid(entry("user.profile:1:v0", before), true)).isFalse();
        assertThat(stamps.isValid(entry("users:1:v0", before), true)).isTrue();
        stamps.stamp(Set.of(Subject.EVERYTHING));
        assertThat(stamps.isValid(entry("users:1:v0", before), true)).isFalse();
    }

    @Test
    void entryWithAStampFromTheFuture_makesTheNodeAskFirst() {
        stamps.beforeRead();
        long red = other.stamp(Set.of(RED_SUBJECT));
        long later = other.stamp(Set.of(Subject.of(new Tag("blue"))));
        assertThat(red).isLessThan(later);
        int reads = register.reads;
        assertThat(stamps.isValid(entry("a:1:v0", later, RED), true)).isTrue();
        assertThat(register.reads).isEqualTo(reads + 1);
    }

    @Test
    void nodeThatDoesNotHear_asksForEveryEntry() {
        long before = stamps.beforeRead();
        other.stamp(Set.of(RED_SUBJECT));
        assertThat(stamps.isValid(entry("a:1:v0", before, RED), true)).as("not heard of yet").isTrue();
        assertThat(stamps.isValid(entry("a:1:v0", before, RED), false)).isFalse();
    }

    @Test
    void stampOfAnEarlierMessageThatWasLost_isReadThoughALaterOneIsKnown() {
        long before = stamps.beforeRead();
        other.stamp(Set.of(RED_SUBJECT));
        long blue = other.stamp(Set.of(Subject.of(new Tag("blue"))));
        stamps.heard(Set.of(Subject.of(new Tag("blue"))), blue);
        stamps.refresh();
        assertThat(stamps.isValid(entry("a:1:v0", before, RED), true)).isFalse();
    }

    @Test
    void registerThatHasLostEverything_isHealedByTheFirstWhoKnowsMore() {
        long red = stamps.stamp(Set.of(RED_SUBJECT));
        register.lose();
        register.clock = 1;
        stamps.refresh();
        assertThat(stamps.isValid(entry("a:1:v0", red - 1, RED), true)).isFalse();
        assertThat(stamps.isValid(entry("a:1:v0", red, RED), true)).as("older than the floor").isFalse();
        assertThat(stamps.stamp(Set.of(RED_SUBJECT))).isGreaterThan(red);
        assertThat(other.beforeRead()).isGreaterThan(red);
    }

    @Test
    void registerThatHasLostWhatAnEntryCarries_isHealedByWhoeverFindsTheEntry() {
        long red = stamps.stamp(Set.of(RED_SUBJECT));
        register.lose();
        register.clock = 1;
        assertThat(other.isValid(entry("a:1:v0", red, RED), true)).isFalse();
        assertThat(register.floor).isGreaterThan(red);
    }

    @Test
    void news_areReportedOnlyIfTheyAreNews() {
        long red = stamps.stamp(Set.of(RED_SUBJECT));
        int before = news;
        stamps.heard(Set.of(RED_SUBJECT), red);
        stamps.heard(Set.of(RED_SUBJECT), red - 1);
        stamps.refresh();
        assertThat(news).isEqualTo(before);
        stamps.heard(Set.of(RED_SUBJECT), red + 1);
        assertThat(news).isEqualTo(before + 1);
    }

    @Test
    void merging_inAnyOrderWithLossesThatAreReadLater_endsInTheSameTable() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 500; run++) {
            List<Stamps> answers = new ArrayList<>();
            for (long stamp = 1; stamp <= 20; stamp++) {
                answers.add(
                        new Stamps(stamp, random.nextInt(10) == 0 ? stamp : 0, Map.of(Subject.of(new Tag("t" + random
                                .nextInt(4))), stamp)));
            }
            List<Stamps> shuffled = new ArrayList<>(answers);
            shuffled.addAll(answers.subList(0, random.nextInt(20)));
            Collections.shuffle(shuffled, new Random(run));
            StampTable inOrder = new StampTable();
            StampTable inDisorder = new StampTable();
            answers.forEach(inOrder::merge);
            shuffled.forEach(inDisorder::merge);
            assertThat(inDisorder.last()).isEqualTo(inOrder.last());
            for (int tag = 0; tag < 4; tag++) {
                CacheEntry<String> entry = entry("a:1:v0", 0, new Tag("t" + tag));
                assertThat(inDisorder.required(entry)).isEqualTo(inOrder.required(entry));
            }
        }
    }

    @Test
    void everyChangeOfTheTable_changesItsRevision() {
        StampTable table = new StampTable();
        long revision = table.revision();
        table.merge(new Stamps(5, 0, Map.of(RED_SUBJECT, 5L)));
        assertThat(table.revision()).isNotEqualTo(revision);
        revision = table.revision();
        table.merge(new Stamps(4, 0, Map.of(Subject.of(new Tag("blue")), 4L)));
        assertThat(table.revision()).as("an older stamp of something else").isNotEqualTo(revision);
    }
}
