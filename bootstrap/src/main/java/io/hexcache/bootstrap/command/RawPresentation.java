package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceReply;
import java.util.function.Supplier;

/** The reply's JSON, whatever it says. */
record RawPresentation(Terminal terminal) implements Presentation {

    @Override
    public int show(ServiceReply reply, Supplier<String> words) {
        terminal.say(reply.text());
        return Presentation.exitCode(reply);
    }

    @Override
    public int notFound(ServiceReply reply, String words) {
        terminal.say(reply.text());
        return ExitCode.NOT_FOUND;
    }
}
