package io.hexcache.infrastructure.http;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.application.management.ManagementCommand;
import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import java.time.Duration;
import java.util.List;

/** The routes of the writes that wait for their sources, and of those that the sources would not take. */
final class WriteBehindRoutes {

    private static final String ALL = "/v1/write-behind";
    private static final String LETTERS = ALL + "/dead-letters";
    private static final String LETTER = LETTERS + "/{id}";
    private static final Duration FLUSH = Duration.ofSeconds(10);
    private static final int PAGE = 100;

    private final CacheManagementUseCase management;

    WriteBehindRoutes(CacheManagementUseCase management) {
        this.management = management;
    }

    List<Route<?>> routes() {
        return List.of(
                Route.get(ALL, _ -> reply(new ManagementCommand.ShowWriteBehind())),
                Route.post(ALL + "/flush", EmptyDocument.class, _ -> reply(new ManagementCommand.FlushWriteBehind(
                        FLUSH))),
                Route.get(LETTERS, call -> reply(new ManagementCommand.ShowDeadLetters(call.queryParameter("after").map(
                        after -> number("after", after)).orElse(0L), PAGE))),
                Route.post(LETTER + "/retry", EmptyDocument.class, call -> reply(new ManagementCommand.RetryDeadLetter(
                        id(call)))),
                Route.delete(LETTER, call -> reply(new ManagementCommand.DropDeadLetter(id(call)))));
    }

    /** The body of a request that needs none. */
    record EmptyDocument() {}

    private RouteReply reply(ManagementCommand command) {
        return ManagementReplies.of(management.execute(command));
    }

    private static long id(RouteCall<?> call) {
        return number("the id", call.pathParameter("id"));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException notANumber) {
            throw new RouteRefusal(422, name + " of a dead letter is a decimal number; list them for those there are");
        }
    }
}
