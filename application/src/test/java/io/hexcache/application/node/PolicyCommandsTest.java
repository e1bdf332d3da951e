package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyReport;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyCommandsTest {

    private static final Namespace USER = new Namespace("user");
    private static final Namespace PROFILE = new Namespace("user.profile");
    private static final PolicyValues ONE_MINUTE = PolicyValues.NONE.with(PolicyField.TTL, Duration.ofMinutes(1));

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final CacheManagementUseCase management = new CacheManagementService(node.caches, List.of(), node.policies,
            cluster.clock, Services.of(cluster, node));
    private Cache<String> profiles;

    @BeforeEach
    void declare() {
        profiles = node.caches.declare(CacheDefinition.of("user.profile", String.class));
        node.caches.declare(CacheDefinition.of("other", String.class));
    }

    private List<PolicyReport> reports(ManagementCommand command) {
        return ((ManagementResult.PoliciesInForce) management.execute(command)).policies();
    }

    private AbstractStringAssert<?> refused(Reason reason, ManagementCommand command) {
        ManagementResult.Refused refused = (ManagementResult.Refused) management.execute(command);
        assertThat(refused.reason()).isEqualTo(reason);
        return assertThat(refused.detail());
    }

    @Test
    void changePolicy_ofAParent_isFollowedByTheNextEntryAndNotByThoseThatAreThere() {
        profiles.put("before", "value");

        assertThat(reports(new ManagementCommand.ChangePolicy(USER, ONE_MINUTE))).singleElement().extracting(
                PolicyReport::changed).isEqualTo(ONE_MINUTE);
        profiles.put("after", "value");
        cluster.clock.advance(Duration.ofSeconds(61));

        assertThat(profiles.peek("before")).isInstanceOf(Lookup.Hit.class);
        assertThat(profiles.peek("after")).isInstanceOf(Lookup.Miss.class);
    }

    @Test
    void changePolicy_ofTheSizeOfL1_holdsFromTheNextEntryOn() {
        IntStream.range(0, 50).forEach(i -> profiles.put("a" + i, "value"));
        assertThat(inL1()).isEqualTo(50);

        changeEntries(10);
        IntStream.range(0, 50).forEach(i -> profiles.put("b" + i, "value"));
        assertThat(inL1()).isBetween(1L, 10L);

        changeEntries(100);
        IntStream.range(0, 50).forEach(i -> profiles.put("c" + i, "value"));
        assertThat(inL1()).isEqualTo(50);
        assertThat(profiles.peek("c1")).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    void changePolicy_switchingL1Off_holdsFromTheNextEntryOn() {
        profiles.put("a", "value");
        changeEntries(0);
        profiles.put("b", "value");

        assertThat(inL1()).isZero();
        assertThat(profiles.peek("a")).isInstanceOf(Lookup.Hit.class);
        assertThat(profiles.peek("b")).isInstanceOf(Lookup.Hit.class);
        assertThat(inL1()).isZero();
    }

    private void changeEntries(long most) {
        management.execute(new ManagementCommand.ChangePolicy(PROFILE, PolicyValues.NONE.with(
                PolicyField.L1_MAX_ENTRIES, most)));
    }

    private long inL1() {
        return node.caches.find(PROFILE).orElseThrow().localUsage().get().entries();
    }

    @Test
    void showPolicies_ofAll_listsWhatIsDeclaredAndWhatWasChangedByName() {
        management.execute(new ManagementCommand.ChangePolicy(USER, ONE_MINUTE));

        List<PolicyReport> all = reports(new ManagementCommand.ShowPolicies(Optional.empty()));

        assertThat(all).extracting(PolicyReport::namespace).containsExactly(new Namespace("other"), USER, PROFILE);
        assertThat(all).extracting(PolicyReport::changed).containsExactly(PolicyValues.NONE, ONE_MINUTE,
                PolicyValues.NONE);
        assertThat(all.getLast().inForce()).isEqualTo(ONE_MINUTE.over(NamespacePolicy.DEFAULT));
        assertThat(reports(new ManagementCommand.ShowPolicies(Optional.of(PROFILE)))).containsExactly(all.getLast());
    }

    @Test
    void resetPolicy_bringsBackWhatIsConfigured() {
        management.execute(new ManagementCommand.ChangePolicy(USER, ONE_MINUTE));

        assertThat(reports(new ManagementCommand.ResetPolicy(USER))).containsExactly(new PolicyReport(USER,
                NamespacePolicy.DEFAULT, PolicyValues.NONE, PolicyValues.NONE));
        assertThat(node.policies.changes()).isEmpty();
    }

    @Test
    void changePolicy_thatIsNotLegal_saysWhichFieldAndWhyAndChangesNothing() {
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.ChangePolicy(USER, ONE_MINUTE.with(PolicyField.ABSENT_TTL,
                Duration.ZERO))).isEqualTo(
                        "namespace user: absent-ttl is PT0S; it must be between 1 ms and 365 days");
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.ChangePolicy(PROFILE, PolicyValues.NONE.with(
                PolicyField.REFRESH, new RefreshMode.WhileRevalidate()))).startsWith("namespace user.profile: ")
                .contains("max-stale is zero");
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.ChangePolicy(USER, PolicyValues.NONE)).contains(
                "nothing is said about namespace user", "ttl, absent-ttl, ", "when-away");
        assertThat(node.policies.changes()).isEmpty();
    }

    @Test
    void commands_aboutAnUnknownNamespace_nameThoseThatThereAre() {
        Namespace unknown = new Namespace("users");

        for (ManagementCommand command : List.of(new ManagementCommand.ShowPolicies(Optional.of(unknown)),
                new ManagementCommand.ChangePolicy(unknown, ONE_MINUTE), new ManagementCommand.ResetPolicy(unknown),
                new ManagementCommand.Advise(unknown, Duration.ZERO))) {
            refused(Reason.UNKNOWN_NAMESPACE, command).isEqualTo(
                    "namespace users is not declared on this node; declared are: other, user.profile");
        }
        assertThat(node.policies.changes()).isEmpty();
    }
}
