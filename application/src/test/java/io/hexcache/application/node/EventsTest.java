package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.DataChange;
import io.hexcache.domain.invalidation.DataChange.Operation;
import io.hexcache.domain.invalidation.DomainEvent;
import io.hexcache.domain.invalidation.InvalidationResult;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.SelectionTemplate;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.strategy.CacheDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What events and data changes make obsolete, and commands that do so by stamps. */
class EventsTest {

    private static final Lookup<String> MISS = new Lookup.Miss<>();

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> users = node.caches.declare(CacheDefinition.of("user", String.class));
    private final Cache<String> lists = node.caches.declare(CacheDefinition.of("list", String.class).withTags(
            owner -> Set.of(new Tag("of-" + owner))));
    private final CacheManagementUseCase management = new CacheManagementService(node.caches, List.of(), node.policies,
            cluster.clock, Services.of(cluster, node));

    @BeforeEach
    void fill() {
        node.caches.handlers().on("user.updated", SelectionTemplate.key("user:{userId}:v0"), SelectionTemplate.pattern(
                "user:{userId}:*"), SelectionTemplate.tag("of-{userId}"));
        node.caches.handlers().onChange("users", Set.of(Operation.DELETE), SelectionTemplate.key("user:{id}:v0"));
        for (String id : List.of("7", "7:profile", "7:rights", "8", "8:profile")) {
            users.put(id, "value");
        }
        lists.put("a", "7");
        lists.put("b", "8");
    }

    private static DomainEvent updated(String id) {
        return new DomainEvent("user.updated", Map.of("userId", id));
    }

    @Test
    void event_invalidatesWhatItsRulesSayAndAddsUpTheCounts() {
        assertThat(node.caches.on(updated("7"))).isEqualTo(new InvalidationResult(4, Completion.COMPLETE));
        assertThat(users.get("7:rights")).isEqualTo(MISS);
        assertThat(lists.get("a")).isEqualTo(MISS);
        assertThat(users.get("8:profile").value()).contains("value");
        assertThat(lists.get("b").value()).contains("8");
    }

    @Test
    void event_withAWildcardAsItsAttribute_invalidatesNothingElse() {
        assertThat(node.caches.on(updated("*")).removed()).isZero();
        assertThat(users.get("7").value()).contains("value");
    }

    @Test
    void event_withoutItsAttribute_isRefusedAsAWhole() {
        DomainEvent incomplete = new DomainEvent("user.updated", Map.of());
        assertThatThrownBy(() -> node.caches.on(incomplete)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("has no attribute 'userId'");
        assertThat(users.get("7").value()).contains("value");
    }

    @Test
    void event_whileL2IsAway_isDeferred() {
        node.store.goAway();
        assertThat(node.caches.on(updated("7"))).isEqualTo(new InvalidationResult(0, Completion.DEFERRED));
    }

    @Test
    void commands_reportEventsAndDataChanges() {
        assertThat(management.execute(new ManagementCommand.ReportEvent(updated("7")))).isEqualTo(
                new ManagementResult.Invalidated(4, Completion.COMPLETE));
        assertThat(management.execute(new ManagementCommand.ReportDataChange(new DataChange("users", "8",
                Operation.UPDATE)))).isEqualTo(new ManagementResult.Invalidated(0, Completion.COMPLETE));
        assertThat(management.execute(new ManagementCommand.ReportDataChange(new DataChange("users", "8",
                Operation.DELETE)))).isEqualTo(new ManagementResult.Invalidated(1, Completion.COMPLETE));
        assertThat(users.get("8")).isEqualTo(MISS);
    }

    @Test
    void commands_clearByStamp() {
        assertThat(management.execute(new ManagementCommand.ClearNamespace(new Namespace("user")))).isEqualTo(
                new ManagementResult.Invalidated(0, Completion.COMPLETE));
        assertThat(users.get("8")).isEqualTo(MISS);
        assertThat(lists.get("b").value()).contains("8");
        assertThat(management.execute(new ManagementCommand.ClearEverything())).isEqualTo(
                new ManagementResult.Invalidated(0, Completion.COMPLETE));
        assertThat(lists.get("b")).isEqualTo(MISS);
        assertThat(management.execute(new ManagementCommand.ClearNamespace(new Namespace("unknown"))))
                .isInstanceOf(ManagementResult.Refused.class);
        assertThat(management.execute(new ManagementCommand.AdvanceEpoch("user:7"))).isEqualTo(
                new ManagementResult.Invalidated(0, Completion.COMPLETE));
    }

    @Test
    void keyBuilder_selectsWhatItHasNamed() {
        assertThat(node.caches.invalidate(users.keys().ofUser("7"))).isEqualTo(new InvalidationResult(2,
                Completion.COMPLETE));
        assertThat(users.get("7").value()).contains("value");
        assertThat(users.keys().user("8", "profile")).isEqualTo(users.key("8:profile"));
        assertThat(users.invalidate(users.keys().user("8", "profile").identifier()).removed()).isOne();
    }
}
