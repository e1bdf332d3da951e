package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceReply;
import java.util.function.Supplier;

/** A result on the one stream, a problem on the other. */
record WordedPresentation(Terminal terminal) implements Presentation {

    @Override
    public int show(ServiceReply reply, Supplier<String> words) {
        if (!reply.isDone()) {
            terminal.complain(reply.problem());
            return Presentation.exitCode(reply);
        }
        terminal.say(words.get());
        if (reply.deferred()) {
            terminal.complain(
                    "deferred: not all tiers and nodes have it yet; the service repeats it until they do");
        }
        return ExitCode.DONE;
    }

    @Override
    public int notFound(ServiceReply reply, String words) {
        terminal.complain(words);
        return ExitCode.NOT_FOUND;
    }
}
