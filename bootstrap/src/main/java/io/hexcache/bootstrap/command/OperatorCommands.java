package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceClient;
import io.hexcache.bootstrap.client.ServiceReply;
import tools.jackson.databind.JsonNode;

/** What an operator does with a running service. Each command answers its exit code. */
final class OperatorCommands {

    private final ServiceClient service;
    private final Presentation presentation;

    OperatorCommands(ServiceClient service, Presentation presentation) {
        this.service = service;
        this.presentation = presentation;
    }

    int get(EntryName entry) {
        ServiceReply reply = service.send("GET", entry.path());
        return presentation.show(reply, () -> reply.body().path("value").toString());
    }

    int set(EntryName entry, JsonNode document) {
        ServiceReply reply = service.send("PUT", entry.path(), document);
        return presentation.show(reply, () -> "stored " + entry);
    }

    int delete(EntryName entry) {
        ServiceReply reply = service.send("DELETE", entry.path());
        boolean nothingRemoved = reply.isDone() && reply.body().path("removed").asLong() == 0;
        if (nothingRemoved && !reply.deferred()) {
            return presentation.notFound(reply, "nothing was cached under " + entry);
        }
        return presentation.show(reply, () -> (nothingRemoved ? "deferred the removal of " : "removed ") + entry);
    }

    int invalidate(JsonNode document) {
        ServiceReply reply = service.send("POST", "/v1/invalidations", document);
        return presentation.show(reply, () -> "removed " + count(reply.body().path("removed").asLong())
                + (reply.deferred() ? " so far" : ""));
    }

    int stats() {
        ServiceReply reply = service.send("GET", "/v1/stats");
        return presentation.show(reply, () -> String.join(System.lineSeparator(), StatisticsTable.lines(reply.body())));
    }

    private static String count(long removed) {
        return removed == 1 ? "1 entry" : removed + " entries";
    }
}
