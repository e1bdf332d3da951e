package io.hexcache.simulation.run;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Freshness;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.simulation.judge.Change;
import io.hexcache.simulation.judge.Judge;
import io.hexcache.simulation.judge.Promise;
import io.hexcache.simulation.judge.Violation;
import io.hexcache.simulation.world.Versioned;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** One user of a node: reads in bursts, and changes something now and then. */
final class Client {

    private static final int MOST_READS = 19;
    private static final int CHANGES = 4;

    private final Stage stage;
    private final Member member;
    private final SplittableRandom random;

    Client(Stage stage, Member member, SplittableRandom random) {
        this.stage = stage;
        this.member = member;
        this.random = random;
    }

    /** Goes on until the run ends its process. */
    void work() {
        while (member.life.isAlive() && !stage.isQuiet()) {
            Spot spot = random.nextInt(5) < 2 ? hot() : new Spot(pick(Plan.namespaces()), identifier());
            for (int left = 1 + random.nextInt(MOST_READS); left > 0; left--) {
                switch (random.nextInt(30)) {
                    case 0 -> readMany(spot.namespace(), spot.identifier());
                    case 1 -> explain(spot.namespace(), spot.identifier());
                    default -> read(spot.namespace(), spot.identifier());
                }
                pause(random.nextInt(5) == 0 ? 2_000 : 20);
            }
            for (int left = CHANGES; left > 0; left--) {
                Spot other = random.nextInt(8) == 0 ? hot() : new Spot(pick(Plan.namespaces()), changed());
                if (random.nextInt(4) == 0) {
                    changeBeforeAWitness(other);
                } else {
                    change(other.namespace(), other.identifier());
                }
                if (random.nextBoolean()) {
                    read(other.namespace(), other.identifier());
                }
                pause(600);
            }
            pause(1_500);
        }
    }

    /** Another node reads the key before it is changed, and again as soon as it must not see the old value any more. */
    private void changeBeforeAWitness(Spot spot) {
        Member witness = stage.members().get(random.nextInt(stage.members().size()));
        witnessed(witness, Duration.ZERO, spot);
        pause(20);
        change(spot.namespace(), spot.identifier());
        Promise promise = Promise.DOCUMENTED;
        Duration bound = random.nextInt(3) == 0 ? promise.whileAway() : promise.bound();
        witnessed(witness, bound.plusMillis(random.nextInt(200)), spot);
    }

    private void witnessed(Member witness, Duration delay, Spot spot) {
        Client client = new Client(stage, witness, random.split());
        stage.scheduler().daemon(witness + " witness", witness.host, () -> {
            stage.scheduler().waiter().pause(delay);
            client.read(spot.namespace(), spot.identifier());
        });
    }

    private record Spot(String namespace, String identifier) {}

    /** Where many meet for a while. */
    private Spot hot() {
        int turn = (int) (stage.scheduler().now() / Duration.ofSeconds(5).toNanos()) + random.nextInt(2);
        return new Spot(Plan.namespaces().get(turn % Plan.namespaces().size()), Plan.IDENTIFIERS.get(turn * 7
                % Plan.IDENTIFIERS.size()));
    }

    /** Some are used more than others. */
    private String identifier() {
        return Plan.IDENTIFIERS.get(Math.min(number(), number()));
    }

    private int number() {
        return random.nextInt(Plan.IDENTIFIERS.size());
    }

    /** Most of what is changed is changed more often than it is read, and mostly by the same node. */
    private String changed() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Plan.IDENTIFIERS.get(Math.max(number(), number()));
            default -> Plan.IDENTIFIERS.get(member.number() % 5 + (random.nextInt(3) == 0 ? 0 : 5));
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void pause(int mostMillis) {
        stage.scheduler().waiter().pause(Duration.ofNanos(random.nextLong(mostMillis * 1_000_000L)));
    }

    /** Every node reads every key, as one who must see everything that is in effect. */
    static void checkAll(Stage stage, List<Member> members) {
        for (Member member : members) {
            Client client = new Client(stage, member, stage.split());
            for (String namespace : Plan.namespaces()) {
                Plan.IDENTIFIERS.forEach(identifier -> client.read(namespace, identifier));
            }
        }
    }

    /** Reads once, and has the answer judged. */
    void read(String namespace, String identifier) {
        Judge.Reading reading = stage.judge().begin(namespace + ":" + identifier, member.life, stage.scheduler().now());
        stage.report().reads++;
        Lookup<Versioned> found;
        try {
            found = member.caches.get(namespace).get(identifier);
        } catch (CacheException | SimulatedSource.Broken failed) {
            stage.report().readFailures++;
            return;
        }
        end(reading, found);
    }

    private void end(Judge.Reading reading, Lookup<Versioned> found) {
        count(found);
        stage.scheduler().note(new Read(reading.key(), found));
        stage.judge().end(reading, found, stage.scheduler().now()).ifPresent(Client::fail);
    }

    private void readMany(String namespace, String identifier) {
        Map<String, Judge.Reading> readings = new LinkedHashMap<>();
        for (String each : List.of(identifier, identifier(), identifier(), changed())) {
            readings.put(each, stage.judge().begin(namespace + ":" + each, member.life, stage.scheduler().now()));
        }
        stage.report().reads += readings.size();
        try {
            member.caches.get(namespace).getAll(List.copyOf(readings.keySet()))
                    .forEach((each, found) -> end(readings.get(each), found));
        } catch (CacheException failed) {
            stage.report().readFailures += readings.size();
        }
    }

    /** What is explained is what the next read does, as long as nobody else does anything. */
    private void explain(String namespace, String identifier) {
        stage.scheduler().undisturbed(() -> {
            Prediction next = member.explain(namespace, identifier);
            if (next != Prediction.WAIT && next != Prediction.STALE) {
                stage.scheduler().note("EXPLAIN " + next);
                read(namespace, identifier, next);
            }
        });
    }

    private void read(String namespace, String identifier, Prediction predicted) {
        Judge.Reading reading = stage.judge().begin(namespace + ":" + identifier, member.life, stage.scheduler().now());
        Lookup<Versioned> found;
        try {
            found = member.caches.get(namespace).get(identifier);
        } catch (CacheException | IllegalStateException notAlone) {
            return;
        }
        stage.report().reads++;
        stage.report().explained++;
        end(reading, found);
        Tier tier = switch (found) {
            case Lookup.Hit<Versioned>(var _, Tier from, var _, var _) -> from;
            case Lookup.Absent<Versioned>(Tier from) -> from;
            case Lookup.Miss<Versioned> _ -> throw new AssertionError("a namespace with a source answers no miss");
        };
        Tier expected = switch (predicted) {
            case HIT_L1 -> Tier.L1;
            case HIT_L2 -> Tier.L2;
            case LOAD, LOAD_UNSTORED -> Tier.SOURCE;
            case STALE, WAIT, MISS -> throw new AssertionError("explained as " + predicted);
        };
        if (tier != expected) {
            throw new AssertionError(member + " explains that the next read of " + reading.key() + " comes to "
                    + predicted + ", but it came to " + found);
        }
    }

    private record Read(String key, Lookup<Versioned> found) {

        @Override
        public String toString() {
            return "READ %s -> %s".formatted(key, found);
        }
    }

    private static void fail(Violation violation) {
        throw new AssertionError(violation.toString());
    }

    private void count(Lookup<Versioned> found) {
        switch (found) {
            case Lookup.Hit<Versioned>(var _, Tier tier, var _, Freshness freshness) -> {
                stage.report().hit(tier);
                stage.report().stale += freshness == Freshness.STALE ? 1 : 0;
            }
            case Lookup.Absent<Versioned>(Tier tier) -> stage.report().hit(tier);
            case Lookup.Miss<Versioned> _ -> {
                // A namespace with a source answers none.
            }
        }
    }

    private void change(String namespace, String identifier) {
        Cache<Versioned> cache = member.caches.get(namespace);
        int lot = random.nextInt(100);
        if (lot < 54) {
            change(Change.Kind.ENTRIES, "put " + namespace + ":" + identifier,
                    () -> cache.put(identifier, new Versioned(identifier, 0)).completion());
        } else if (lot < 66) {
            change(Change.Kind.ENTRIES, "delete " + namespace + ":" + identifier,
                    () -> cache.delete(identifier).completion());
        } else if (lot < 91) {
            change(Change.Kind.ENTRIES, "invalidate " + namespace + ":" + identifier, () -> {
                touch(namespace, identifier);
                return cache.invalidate(identifier).completion();
            });
        } else {
            changeMany(namespace, identifier, lot);
        }
    }

    private void changeMany(String namespace, String identifier, int lot) {
        if (lot < 95) {
            Tag tag = Plan.tag(identifier);
            change(Change.Kind.TAG, "invalidate tag " + tag, () -> {
                String other = pick(Plan.namespaces());
                touch(namespace, identifier);
                touch(other, identifier);
                return invalidate(new KeySelection.Tagged(Set.of(tag)));
            });
        } else if (lot < 97) {
            change(Change.Kind.CLEAR, "clear " + namespace, () -> {
                touch(namespace, identifier);
                touch(namespace, identifier());
                return invalidate(new KeySelection.Cleared(new Namespace(namespace)));
            });
        } else if (lot < 99) {
            change(Change.Kind.ENTRIES, "invalidate pattern *:" + identifier, () -> {
                touch(namespace, identifier);
                touch(pick(Plan.namespaces()), identifier);
                return invalidate(new KeySelection.Matching(KeyPattern.of("*:" + identifier)));
            });
        } else {
            change(Change.Kind.ENTRIES, "invalidate all of " + namespace, () -> {
                touch(namespace, identifier);
                return invalidate(new KeySelection.Within(new Namespace(namespace)));
            });
        }
    }

    private Completion invalidate(KeySelection selection) {
        return member.node.caches().invalidate(selection).completion();
    }

    /** Somebody else changes the source, before this node is told to invalidate. */
    private void touch(String namespace, String identifier) {
        stage.commit(namespace + ":" + identifier, random.nextInt(5) > 0);
        stage.scheduler().step("foreign change of " + namespace + ":" + identifier);
    }

    private void change(Change.Kind kind, String what, Supplier<Completion> action) {
        Change change = new Change(member.life, kind, what);
        stage.open(member, change);
        stage.report().changes++;
        try {
            Completion completion = action.get();
            stage.scheduler().note(what + " -> " + completion);
            if (completion == Completion.COMPLETE) {
                stage.judge().complete(change, stage.scheduler().now());
            } else {
                stage.report().deferred++;
                stage.judge().deferred(change, stage.scheduler().now());
            }
        } catch (CacheException | SimulatedSource.Broken failed) {
            stage.report().changeFailures++;
            stage.scheduler().note(what + " failed: " + failed.getMessage());
            stage.judge().failed(change);
        }
        stage.close();
    }
}
