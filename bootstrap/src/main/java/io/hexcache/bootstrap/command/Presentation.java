package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceReply;
import java.util.function.Supplier;

/** Shows what a service answered: to people in their words, or as it came. */
sealed interface Presentation {

    /** Shows the reply and answers the exit code that goes with it. */
    int show(ServiceReply reply, Supplier<String> words);

    /** Shows a reply that says that there was nothing. */
    int notFound(ServiceReply reply, String words);

    /** The reply's JSON, whatever it says. */
    record Raw(Terminal terminal) implements Presentation {

        @Override
        public int show(ServiceReply reply, Supplier<String> words) {
            terminal.say(reply.text());
            return exitCode(reply);
        }

        @Override
        public int notFound(ServiceReply reply, String words) {
            terminal.say(reply.text());
            return ExitCode.NOT_FOUND;
        }
    }

    /** A result on the one stream, a problem on the other. */
    record Words(Terminal terminal) implements Presentation {

        @Override
        public int show(ServiceReply reply, Supplier<String> words) {
            if (!reply.isDone()) {
                terminal.complain(reply.problem());
                return exitCode(reply);
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

    private static int exitCode(ServiceReply reply) {
        if (reply.isDone()) {
            return ExitCode.DONE;
        }
        if (reply.isMistaken()) {
            return ExitCode.WRONG_USAGE;
        }
        return reply.isNotFound() ? ExitCode.NOT_FOUND : ExitCode.FAILED;
    }
}
