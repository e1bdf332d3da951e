package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.warming.CacheWarmingService;
import io.hexcache.domain.warming.WarmingPlan;
import java.util.List;

/** Shows, starts and stops warmings. */
final class WarmingCommands {

    private final CacheWarmingService warming;

    WarmingCommands(CacheWarmingService warming) {
        this.warming = warming;
    }

    ManagementResult execute(ManagementCommand.OnWarming command) {
        return switch (command) {
            case ManagementCommand.ShowWarmings() -> new ManagementResult.Warmings(plans(), warming.runs());
            case ManagementCommand.StartWarming(String plan) -> start(plan);
            case ManagementCommand.CancelWarming(long run) -> warming.cancel(run) ? new ManagementResult.Cancelled(run)
                    : new Refused(Refused.Reason.UNKNOWN_NAME, "run " + run
                            + " is not a warming that waits or goes on; show the warmings for those that do");
        };
    }

    private ManagementResult start(String plan) {
        if (!plans().contains(plan)) {
            return new Refused(Refused.Reason.UNKNOWN_NAME, "plan is none of the warming plans of this node: " + String
                    .join(", ", plans()));
        }
        return new ManagementResult.WarmingStarted(warming.warm(plan));
    }

    private List<String> plans() {
        return warming.plans().stream().map(WarmingPlan::name).toList();
    }
}
