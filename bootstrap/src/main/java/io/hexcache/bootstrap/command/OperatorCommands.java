package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceClient;
import io.hexcache.bootstrap.client.ServiceReply;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an operator does with a running service. Each command answers its exit code. */
final class OperatorCommands {

    private static final String WRITE_BEHIND = "/v1/write-behind";
    private static final String LETTERS = WRITE_BEHIND + "/dead-letters";

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

    int journal() {
        ServiceReply reply = service.send("GET", WRITE_BEHIND);
        return presentation.show(reply, () -> depth(reply.body()));
    }

    int flush() {
        ServiceReply reply = service.send("POST", WRITE_BEHIND + "/flush", JsonNodeFactory.instance.objectNode());
        return presentation.show(reply, () -> (reply.body().path("drained").asBoolean() ? "all is written; "
                : "not all is written yet; ") + depth(reply.body()));
    }

    private static String depth(JsonNode status) {
        return "journal %s: %d writes wait (%d journaled, %d in memory alone), %d set aside".formatted(status.path(
                "journal").asString(), status.path("pending").asLong(), status.path("journaled").asLong(), status
                        .path(
                                "onlyInMemory")
                        .asLong(),
                status.path("dead").asLong());
    }

    int deadLetters(long after) {
        ServiceReply reply = service.send("GET", LETTERS + "?after=" + after);
        return presentation.show(reply, () -> reply.body().path("deadLetters").values().stream().map(
                letter -> "%d  %s  %s%s".formatted(letter.path("id").asLong(), letter.path("key").asString(), letter
                        .path("reason").asString(), letter.path("overtaken").asBoolean() ? "  (overtaken)" : ""))
                .collect(Collectors.joining(System.lineSeparator())));
    }

    int retryDeadLetter(long id) {
        ServiceReply reply = service.send("POST", LETTERS + "/" + id + "/retry", JsonNodeFactory.instance.objectNode());
        return presentation.show(reply, () -> "dead letter " + id + " waits again");
    }

    int dropDeadLetter(long id) {
        ServiceReply reply = service.send("DELETE", LETTERS + "/" + id);
        return presentation.show(reply, () -> "dropped dead letter " + id);
    }

    private static String count(long removed) {
        return removed == 1 ? "1 entry" : removed + " entries";
    }
}
