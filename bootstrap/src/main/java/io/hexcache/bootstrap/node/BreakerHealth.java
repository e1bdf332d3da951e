package io.hexcache.bootstrap.node;

import io.hexcache.application.management.ComponentHealth;
import io.hexcache.application.management.HealthCheck;
import io.hexcache.infrastructure.resilience4j.BreakerReport;
import io.hexcache.infrastructure.resilience4j.BreakerState;
import io.hexcache.infrastructure.resilience4j.RemoteBreakers;
import java.util.stream.Collectors;

/** Whether L2 is asked, and if not, why. */
record BreakerHealth(RemoteBreakers breakers) implements HealthCheck {

    @Override
    public ComponentHealth check() {
        boolean closed = breakers.reports().stream().allMatch(report -> report.state() == BreakerState.CLOSED);
        String detail = breakers.reports().stream().map(BreakerHealth::sentence).collect(Collectors.joining("; "));
        return new ComponentHealth("breakers", closed, detail, false);
    }

    private static String sentence(BreakerReport report) {
        String state = switch (report.state()) {
            case CLOSED -> " closed";
            case OPEN -> " open, nothing is asked";
            case HALF_OPEN -> " half open, a few are tried";
        };
        return report.name() + state + report.reason().map(reason -> ", since: " + reason).orElse("");
    }
}
