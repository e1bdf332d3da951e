package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.policy.TtlRules;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sample: sessions, which live as long as somebody uses them, in a namespace with limits of its own. */
class SessionsTest {

    /** A session that nobody reads for half an hour is over. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** Exactly then (no jitter), and each read begins the half hour anew (sliding). */
    private static final TtlPolicy TTLS = new TtlPolicy(IDLE, Duration.ofMinutes(1), Jitter.NONE, true, TtlRules.NONE,
            Optional.empty());

    /** A node keeps 500 of them in its memory, 1 MB in all, none larger than 8 KB, for a minute. */
    private static final LocalLimits LIMITS = new LocalLimits(500, 1_000_000, 8_000, Duration.ofMinutes(1));

    private static final NamespacePolicy POLICY = NamespacePolicy.of(IDLE, Duration.ofMinutes(1), LIMITS).with(TTLS);

    private record Session(String user, String basket) {}

    private static final CacheDefinition<Session> SESSIONS = CacheDefinition.of("sessions", Session.class);

    private final Cluster cluster = new Cluster();
    private final Cache<Session> sessions = cluster.node(POLICY).caches.declare(SESSIONS);

    @Test
    void session_thatIsUsed_lives_andOneThatIsNot_ends() {
        sessions.put("used", new Session("ann", "a book"));
        sessions.put("left", new Session("bob", "nothing"));
        for (int click = 0; click < 10; click++) {
            cluster.clock.advance(IDLE.dividedBy(2));
            assertThat(sessions.get("used").value()).as("click %d", click).isPresent();
        }
        assertThat(sessions.get("left")).isInstanceOf(Lookup.Miss.class);
        cluster.clock.advance(IDLE);
        assertThat(sessions.get("used")).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void session_isTheSameOnEveryNode_andEndsOnAllOfThem() {
        Cache<Session> elsewhere = cluster.node(POLICY).caches.declare(SESSIONS);
        sessions.put("s1", new Session("ann", "a book"));
        assertThat(elsewhere.get("s1").value()).contains(new Session("ann", "a book"));
        elsewhere.put("s1", new Session("ann", "two books"));
        assertThat(sessions.get("s1").value()).contains(new Session("ann", "two books"));
        sessions.invalidate("s1");
        assertThat(elsewhere.get("s1")).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void session_thatIsTooLargeForL1_isServedByL2() {
        sessions.put("large", new Session("ann", "x".repeat(8_000)));
        sessions.put("small", new Session("bob", "x"));
        assertThat(((Lookup.Hit<Session>) sessions.get("large")).tier()).isEqualTo(Tier.L2);
        assertThat(((Lookup.Hit<Session>) sessions.get("small")).tier()).isEqualTo(Tier.L1);
    }
}
