package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.application.management.NamespaceReport;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.explain.Prediction;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.statistics.CacheEvent;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheManagementServiceTest {

    private static final Namespace SCRATCH = new Namespace("scratch");
    private static final Namespace ROWS = new Namespace("rows");

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final MapSource source = new MapSource();
    private CacheManagementUseCase management;

    @BeforeEach
    void declare() {
        node.caches.declare(CacheDefinition.of("scratch", Object.class));
        node.caches.declare(CacheDefinition.of("scratch.notes", Object.class));
        node.caches.declare(CacheDefinition.of("rows", String.class).withSource(source).withVersion(3));
        node.caches.declare(CacheDefinition.of("numbers", Integer.class));
        management = service(List.of());
    }

    private CacheManagementUseCase service(List<HealthCheck> checks) {
        return new CacheManagementService(node.caches, checks, node.policies, cluster.clock,
                Services.of(cluster, node));
    }

    private ManagementResult put(String identifier, Object value, String... tags) {
        return management.execute(new ManagementCommand.PutEntry(SCRATCH, identifier, value, Optional.empty(), Set.of(
                tags).stream().map(Tag::new).collect(Collectors.toSet())));
    }

    private ManagementResult read(Namespace namespace, String identifier) {
        return management.execute(new ManagementCommand.ReadEntry(namespace, identifier));
    }

    private static ManagementResult removed(long count) {
        return new ManagementResult.Invalidated(count, Completion.COMPLETE);
    }

    @Test
    void put_thenRead_findsTheTree() {
        Map<String, Object> tree = Map.of("list", List.of(1, "two", true), "text", "é😀");
        assertThat(put("a", tree)).isEqualTo(new ManagementResult.EntryStored(Completion.COMPLETE));
        assertThat(read(SCRATCH, "a")).isInstanceOfSatisfying(ManagementResult.EntryFound.class, found -> assertThat(
                found.hit().found()).isEqualTo(tree));
        assertThat(read(SCRATCH, "b")).isEqualTo(new ManagementResult.EntryNotCached());
    }

    @Test
    void read_ofANamespaceWithASource_showsWhatIsCachedAndLoadsNothing() {
        source.store("a", "row");
        assertThat(read(ROWS, "a")).isEqualTo(new ManagementResult.EntryNotCached());
        node.caches.of("rows", String.class).get("missing");
        assertThat(read(ROWS, "missing")).isEqualTo(new ManagementResult.EntryAbsent(new Lookup.Absent<String>(
                Tier.L1)));
    }

    @Test
    void put_whereSomebodyElseOwnsTheValues_isRefused() {
        for (Namespace owned : List.of(ROWS, new Namespace("numbers"))) {
            assertThat(management.execute(new ManagementCommand.PutEntry(owned, "a", "poison", Optional.empty(), Set
                    .of()))).isInstanceOfSatisfying(ManagementResult.Refused.class, refused -> assertThat(
                            refused
                                    .reason())
                            .isEqualTo(Reason.OWNED_BY_SOURCE));
            assertThat(read(owned, "a")).isEqualTo(new ManagementResult.EntryNotCached());
        }
    }

    @Test
    void command_onAnUndeclaredNamespace_isRefusedAndNamesTheDeclaredOnes() {
        Namespace unknown = new Namespace("unknown");
        for (ManagementCommand command : List.of(new ManagementCommand.ReadEntry(unknown, "a"),
                new ManagementCommand.RemoveEntry(unknown, "a"), new ManagementCommand.InvalidateNamespace(unknown),
                new ManagementCommand.InvalidateKeys(List.of("scratch:a", "unknown:a")))) {
            assertThat(management.execute(command)).isInstanceOfSatisfying(ManagementResult.Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_NAMESPACE);
                assertThat(refused.detail()).contains("unknown", "numbers, rows, scratch, scratch.notes");
            });
        }
    }

    @Test
    void invalidation_ofEachKind_countsWhatItRemoved() {
        for (String id : List.of("a", "b", "c")) {
            put(id, 1, "t-" + id);
        }
        assertThat(management.execute(new ManagementCommand.RemoveEntry(SCRATCH, "a"))).isEqualTo(removed(1));
        assertThat(management.execute(new ManagementCommand.RemoveEntry(SCRATCH, "a"))).isEqualTo(removed(0));
        assertThat(management.execute(new ManagementCommand.InvalidateTags(Set.of(new Tag("t-b"), new Tag("none")))))
                .isEqualTo(removed(1));
        put("a", 1);
        put("b", 1);
        assertThat(management.execute(new ManagementCommand.InvalidatePattern(KeyPattern.of("scratch:[ab]"))))
                .isEqualTo(removed(2));
        assertThat(management.execute(new ManagementCommand.InvalidatePrefix("scratch:"))).isEqualTo(removed(1));
        put("a", 1);
        assertThat(management.execute(new ManagementCommand.InvalidateNamespace(SCRATCH))).isEqualTo(removed(1));
        assertThat(read(SCRATCH, "a")).isEqualTo(new ManagementResult.EntryNotCached());
    }

    @Test
    void preview_ofEachKind_countsAndSamplesAndRemovesNothing() {
        for (String id : List.of("a", "b", "c")) {
            put(id, 1, "t-" + id, "all");
        }
        for (ManagementCommand.Invalidation invalidation : List.of(new ManagementCommand.InvalidateKeys(List.of(
                "scratch:a", "scratch:b", "scratch:c", "scratch:none")), new ManagementCommand.InvalidatePattern(
                        KeyPattern.of("scratch:?")),
                new ManagementCommand.InvalidatePrefix("scratch:"),
                new ManagementCommand.InvalidateNamespace(SCRATCH), new ManagementCommand.InvalidateTags(Set.of(new Tag(
                        "all"), new Tag("none"))))) {
            assertThat(management.execute(new ManagementCommand.PreviewInvalidation(invalidation, 2)))
                    .isInstanceOfSatisfying(ManagementResult.Previewed.class, previewed -> {
                        assertThat(previewed.preview().count()).as("%s", invalidation).isEqualTo(3);
                        assertThat(previewed.preview().sample()).hasSize(2);
                        assertThat(previewed.preview().exact()).isTrue();
                    });
        }
        assertThat(management.execute(new ManagementCommand.InvalidateNamespace(SCRATCH))).isEqualTo(removed(3));
    }

    @Test
    void preview_withTooManySamples_isRefusedWithTheLimit() {
        assertThat(management.execute(new ManagementCommand.PreviewInvalidation(
                new ManagementCommand.InvalidatePrefix("scratch:"), 1_001))).isInstanceOfSatisfying(
                        ManagementResult.Refused.class, refused -> assertThat(refused.detail()).contains("samples",
                                "1001", "1000"));
    }

    @Test
    void explain_ofAKey_saysWhatTheNextReadDoes() {
        put("a", 1);
        assertThat(management.execute(new ManagementCommand.ExplainKey(SCRATCH, "a"))).isInstanceOfSatisfying(
                ManagementResult.Explained.class, explained -> assertThat(explained.explanation().next()).isEqualTo(
                        Prediction.HIT_L1));
        assertThat(management.execute(new ManagementCommand.ExplainKey(new Namespace("unknown"), "a"))).isInstanceOf(
                ManagementResult.Refused.class);
    }

    @Test
    void invalidateKeys_completesTheVersionWithThatOfTheOwner() {
        source.store("a", "row");
        node.caches.of("rows", String.class).get("a");
        assertThat(management.execute(new ManagementCommand.InvalidateKeys(List.of("rows:a:v2")))).isEqualTo(removed(
                0));
        assertThat(management.execute(new ManagementCommand.InvalidateKeys(List.of("rows:a")))).isEqualTo(removed(1));
    }

    @Test
    void badCommand_isANamedErrorAndChangesNothing() {
        put("a", 1);
        assertThatThrownBy(() -> management.execute(new ManagementCommand.InvalidateKeys(List.of()))).isInstanceOf(
                InvalidKeyException.class);
        assertThatThrownBy(() -> management.execute(new ManagementCommand.InvalidateKeys(List.of("scratch:a", "x"))))
                .isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> management.execute(new ManagementCommand.PutEntry(SCRATCH, "a", 2, Optional.of(Duration
                .ofSeconds(-1)), Set.of()))).isInstanceOf(CacheConfigurationException.class);
        assertThat(read(SCRATCH, "a")).isInstanceOfSatisfying(ManagementResult.EntryFound.class, found -> assertThat(
                found.hit().found()).isEqualTo(1));
    }

    @Test
    void statistics_reportEveryNamespaceAndEvent() {
        put("a", 1);
        read(SCRATCH, "a");
        read(SCRATCH, "a");
        List<NamespaceReport> reports = ((ManagementResult.Statistics) management.execute(
                new ManagementCommand.ShowStatistics())).namespaces();
        assertThat(reports).extracting(report -> report.namespace().name()).containsExactly("numbers", "rows",
                "scratch", "scratch.notes");
        assertThat(reports.get(2).events()).containsOnlyKeys(CacheEvent.values()).containsEntry(CacheEvent.L1_HIT, 2L)
                .containsEntry(CacheEvent.L2_HIT, 0L).containsEntry(CacheEvent.WRITE, 1L);
        assertThat(reports.get(2).local().entries()).isEqualTo(1);
    }

    @Test
    void health_isReadyWithoutWhatIsNotRequired() {
        ComponentHealth redis = new ComponentHealth("l2", false, "away", false);
        ComponentHealth database = new ComponentHealth("source", false, "locked", true);
        assertThat(health(redis).ready()).isTrue();
        assertThat(health(redis, database).ready()).isFalse();
        assertThat(health(redis, database).live()).isTrue();
    }

    private ManagementResult.Health health(ComponentHealth... components) {
        CacheManagementUseCase checked = service(List.of(components).stream().map(
                component -> (HealthCheck) () -> component).toList());
        return (ManagementResult.Health) checked.execute(new ManagementCommand.CheckHealth());
    }
}
