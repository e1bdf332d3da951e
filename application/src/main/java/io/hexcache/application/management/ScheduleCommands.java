package io.hexcache.application.management;

import io.hexcache.application.management.ManagementCommand.Invalidation;
import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.application.management.ManagementResult.Schedule;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.scheduling.ScheduledInvalidation;
import io.hexcache.domain.scheduling.ScheduledInvalidations;
import java.util.List;
import java.util.function.Function;

/** Has invalidations happen later, shows those that wait, and cancels them. */
final class ScheduleCommands {

    private final ScheduledInvalidations scheduled;
    private final InvalidationCommands invalidations;

    ScheduleCommands(ScheduledInvalidations scheduled, InvalidationCommands invalidations) {
        this.scheduled = scheduled;
        this.invalidations = invalidations;
    }

    ManagementResult execute(ManagementCommand.OnSchedule command) {
        return switch (command) {
            case ManagementCommand.ShowSchedule() -> new Schedule(scheduled.list());
            case ManagementCommand.ScheduleAfter(var invalidation, var delay) ->
                    schedule(invalidation, selection -> scheduled.after(selection, delay));
            case ManagementCommand.ScheduleAt(var invalidation, var due) ->
                    schedule(invalidation, selection -> scheduled.at(selection, due));
            case ManagementCommand.CancelScheduled(long id) -> scheduled.cancel(id) ? new ManagementResult.Cancelled(id)
                    : new Refused(Refused.Reason.UNKNOWN_NAME, "id " + id
                            + " is of no invalidation that waits; show the schedule for those that do");
        };
    }

    private ManagementResult schedule(Invalidation invalidation, Function<KeySelection, ScheduledInvalidation> later) {
        try {
            return invalidations.selected(invalidation, selection -> new Schedule(List.of(later.apply(selection))));
        } catch (CacheConfigurationException notLegal) {
            // Not lost: the message names the field and its bounds.
            return new Refused(Refused.Reason.ILLEGAL_VALUE, String.valueOf(notLegal.getMessage()));
        }
    }
}
