package io.hexcache.infrastructure.http;

import io.hexcache.application.management.ManagementResult;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import java.util.Map;

/** What each result of the operator's port is answered with. */
final class ManagementReplies {

    private ManagementReplies() {}

    static RouteReply of(ManagementResult result) {
        return switch (result) {
            case ManagementResult.EntryFound(var hit) -> RouteReply.found(Map.of("value", hit.found()), hit);
            case ManagementResult.EntryAbsent _ -> throw new RouteRefusal(404,
                    "it is cached that the source holds nothing under this identifier");
            case ManagementResult.EntryNotCached _ -> throw new RouteRefusal(404,
                    "nothing is cached under this identifier");
            case ManagementResult.EntryStored(var completion) -> RouteReply.changed(Map.of("stored", true), completion);
            case ManagementResult.Invalidated(var removed, var completion, var _) ->
                    RouteReply.changed(RemovalDocument.of(removed, completion), completion);
            case ManagementResult.Statistics statistics -> RouteReply.ok(StatisticsDocument.of(statistics));
            case ManagementResult.Health health -> HealthRoutes.reply(health.ready(), HealthDocument.of(health));
            case ManagementResult.PoliciesInForce _, ManagementResult.Advised _ -> throw unasked();
            case ManagementResult.Previewed _, ManagementResult.Explained _ -> throw unasked();
            case ManagementResult.CounterStands _, ManagementResult.CounterRemoved _ -> throw unasked();
            case ManagementResult.Warmings _, ManagementResult.WarmingStarted _ -> throw unasked();
            case ManagementResult.Schedule _, ManagementResult.Cancelled _ -> throw unasked();
            case ManagementResult.Filters _, ManagementResult.Hottest _ -> throw unasked();
            case ManagementResult.WritesBehind behind -> RouteReply.ok(WriteBehindDocument.of(behind));
            case ManagementResult.DeadLettersListed(var letters) -> RouteReply.ok(Map.of("deadLetters", letters.stream()
                    .map(DeadLetterDocument::of).toList()));
            case ManagementResult.DeadLetterSettled(var id) -> RouteReply.ok(Map.of("id", id));
            case ManagementResult.Refused(var reason, var detail) -> throw new RouteRefusal(status(reason), detail);
        };
    }

    private static IllegalStateException unasked() {
        return new IllegalStateException("no route asks for this");
    }

    private static int status(ManagementResult.Refused.Reason reason) {
        return switch (reason) {
            case ILLEGAL_VALUE -> 400;
            case UNKNOWN_NAMESPACE, UNKNOWN_NAME -> 404;
            case OWNED_BY_SOURCE, NOTHING_MEASURED, NOT_AVAILABLE, OVERTAKEN -> 409;
        };
    }
}
