package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.application.management.CacheManagementService;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagedServices;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.management.ManagementResult.Refused.Reason;
import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.existence.FilterStatus;
import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.FilterSize;
import io.hexcache.domain.scheduling.ScheduledInvalidation;
import io.hexcache.domain.strategy.CacheDefinition;
import io.hexcache.domain.warming.KeySources;
import io.hexcache.domain.warming.WarmingPlan;
import io.hexcache.domain.warming.WarmingProgress;
import io.hexcache.domain.warming.WarmingState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

/** What an operator asks of counters, warmings, the schedule and existence filters. */
class ServiceCommandsTest {

    private static final Namespace WORDS = new Namespace("words");
    private static final CounterKey VISITS = new CounterKey(WORDS, "visits");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> words = node.caches.declare(CacheDefinition.of("words", String.class));
    private final Services services = new Services(cluster, node);
    private final CacheManagementUseCase management = managing(services.managed());

    private CacheManagementUseCase managing(ManagedServices managed) {
        return new CacheManagementService(node.caches, List.of(), node.policies, cluster.clock, managed);
    }

    private AbstractStringAssert<?> refused(Reason reason, ManagementCommand command) {
        return refused(management, reason, command);
    }

    private static AbstractStringAssert<?> refused(CacheManagementUseCase management, Reason reason,
            ManagementCommand command) {
        ManagementResult.Refused refused = (ManagementResult.Refused) management.execute(command);
        assertThat(refused.reason()).isEqualTo(reason);
        return assertThat(refused.detail());
    }

    private static ManagementCommand add(long delta) {
        return new ManagementCommand.AddToCounter(WORDS, "visits", delta, Optional.empty());
    }

    private ManagementCommand.Invalidation ofWords() {
        return new ManagementCommand.InvalidateNamespace(WORDS);
    }

    private List<ScheduledInvalidation> waiting(ManagementCommand command) {
        return ((ManagementResult.Schedule) management.execute(command)).waiting();
    }

    @Test
    void counter_isChangedReadAndRemoved() {
        ManagementCommand read = new ManagementCommand.ReadCounter(WORDS, "visits");

        assertThat(management.execute(read)).isEqualTo(new ManagementResult.CounterStands(VISITS, OptionalLong
                .empty()));
        assertThat(management.execute(add(5))).isEqualTo(new ManagementResult.CounterStands(VISITS, OptionalLong.of(
                5)));
        assertThat(management.execute(add(-7))).isEqualTo(new ManagementResult.CounterStands(VISITS, OptionalLong.of(
                -2)));
        assertThat(management.execute(read)).isEqualTo(new ManagementResult.CounterStands(VISITS, OptionalLong.of(
                -2)));
        assertThat(services.counters.of(VISITS).value()).hasValue(-2);
        ManagementCommand remove = new ManagementCommand.RemoveCounter(WORDS, "visits");
        assertThat(management.execute(remove)).isEqualTo(new ManagementResult.CounterRemoved(VISITS, true));
        assertThat(management.execute(remove)).isEqualTo(new ManagementResult.CounterRemoved(VISITS, false));
    }

    @Test
    void counter_withATtl_livesSoLong() {
        management.execute(new ManagementCommand.AddToCounter(WORDS, "visits", 1, Optional.of(MINUTE)));

        cluster.clock.advance(MINUTE);

        assertThat(services.counters.of(VISITS).value()).isEmpty();
    }

    @Test
    void counter_illegalTtl_isRefusedWithItsNameAndBounds() {
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.AddToCounter(WORDS, "visits", 1, Optional.of(
                Duration.ZERO))).contains("ttl", "PT0S", "365 days");
        assertThat(services.counters.of(VISITS).value()).isEmpty();
    }

    @Test
    void counter_overflowOrIllegalName_areErrors() {
        management.execute(add(Long.MAX_VALUE));

        assertThatExceptionOfType(CacheWriteException.class).isThrownBy(() -> management.execute(add(1)));
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> management.execute(
                new ManagementCommand.ReadCounter(WORDS, " ")));
    }

    @Test
    void counter_whereTheStoreKeepsNone_isRefused() {
        CacheManagementUseCase without = managing(new ManagedServices(Optional.empty(), services.warming,
                services.scheduled, services.filters, Optional.empty()));

        refused(without, Reason.NOT_AVAILABLE, add(1)).contains("visits", "keeps none");
    }

    @Test
    void warming_isStartedAndShown() {
        services.warming.define(WarmingPlan.of("start", words, KeySources.critical(List.of("a", "b")), Optional::of));

        WarmingProgress run = ((ManagementResult.WarmingStarted) management.execute(new ManagementCommand.StartWarming(
                "start"))).run();

        assertThat(run.state()).isEqualTo(WarmingState.DONE);
        assertThat(run.warmed()).isEqualTo(2);
        assertThat(management.execute(new ManagementCommand.ShowWarmings())).isEqualTo(new ManagementResult.Warmings(
                List.of("start"), List.of(run)));
        refused(Reason.UNKNOWN_NAME, new ManagementCommand.CancelWarming(run.id())).contains("run " + run.id());
    }

    @Test
    void warming_unknownPlan_isRefusedWithThoseThereAre() {
        services.warming.define(WarmingPlan.of("start", words, KeySources.critical(List.of("a")), Optional::of));

        refused(Reason.UNKNOWN_NAME, new ManagementCommand.StartWarming("stop")).contains("start");
    }

    @Test
    void warming_cancelledWhileItRuns_stops() {
        services.warming.define(WarmingPlan.of("start", words, KeySources.critical(List.of("a", "b")), id -> {
            assertThat(management.execute(new ManagementCommand.CancelWarming(1))).isEqualTo(
                    new ManagementResult.Cancelled(1));
            return Optional.of(id);
        }));

        management.execute(new ManagementCommand.StartWarming("start"));

        assertThat(services.warming.run(1)).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(WarmingState.CANCELLED);
            assertThat(run.warmed()).isEqualTo(1);
        });
    }

    @Test
    void schedule_afterADelay_invalidatesThen() {
        words.put("a", "value");

        List<ScheduledInvalidation> scheduled = waiting(new ManagementCommand.ScheduleAfter(ofWords(), MINUTE));

        assertThat(scheduled).hasSize(1);
        assertThat(waiting(new ManagementCommand.ShowSchedule())).isEqualTo(scheduled);
        services.scheduler.advance(MINUTE.minusMillis(1));
        assertThat(words.peek("a").value()).contains("value");
        services.scheduler.advance(Duration.ofMillis(1));
        assertThat(words.peek("a")).isEqualTo(new Lookup.Miss<String>());
        assertThat(waiting(new ManagementCommand.ShowSchedule())).isEmpty();
    }

    @Test
    void schedule_atAnInstant_canBeCancelled() {
        words.put("a", "value");
        long id = waiting(new ManagementCommand.ScheduleAt(ofWords(), services.scheduler.instant().plus(MINUTE)))
                .getFirst().id();

        assertThat(management.execute(new ManagementCommand.CancelScheduled(id))).isEqualTo(
                new ManagementResult.Cancelled(id));

        services.scheduler.advance(MINUTE);
        assertThat(words.peek("a").value()).contains("value");
        refused(Reason.UNKNOWN_NAME, new ManagementCommand.CancelScheduled(id)).contains("id " + id);
    }

    @Test
    void schedule_illegalTimesAndUnknownNamespaces_areRefused() {
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.ScheduleAfter(ofWords(), Duration.ofDays(400))).contains(
                "delay", "365 days");
        refused(Reason.ILLEGAL_VALUE, new ManagementCommand.ScheduleAt(ofWords(), services.scheduler.instant().plus(
                Duration.ofDays(400)))).contains("due at", "365 days");
        refused(Reason.UNKNOWN_NAMESPACE, new ManagementCommand.ScheduleAfter(
                new ManagementCommand.InvalidateNamespace(new Namespace("unknown")), MINUTE)).contains("unknown");
        assertThat(waiting(new ManagementCommand.ShowSchedule())).isEmpty();
    }

    @Test
    void filters_areShownAndBuilt() {
        services.filters.add(new KeyExistence(WORDS, () -> Stream.of("a"), () -> cluster.memory.existenceFilters()
                .create(FilterSize.DEFAULT), node.node::isTrusted, Runnable::run));
        assertThat(filters(new ManagementCommand.ShowFilters())).extracting(FilterStatus::phase).containsExactly(
                FilterStatus.Phase.EMPTY);

        assertThat(filters(new ManagementCommand.RebuildFilter(WORDS))).extracting(FilterStatus::phase).containsExactly(
                FilterStatus.Phase.COMPLETE);

        assertThat(filters(new ManagementCommand.ShowFilters()).getFirst().listed()).isEqualTo(1);
    }

    private List<FilterStatus> filters(ManagementCommand command) {
        return ((ManagementResult.Filters) management.execute(command)).filters();
    }

    @Test
    void filters_ofANamespaceWithoutOne_isRefused() {
        refused(Reason.NOT_AVAILABLE, new ManagementCommand.RebuildFilter(WORDS)).contains("words");
        refused(Reason.UNKNOWN_NAMESPACE, new ManagementCommand.RebuildFilter(new Namespace("unknown"))).contains(
                "unknown");
    }
}
