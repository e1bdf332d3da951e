package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.ServiceReply;
import java.util.function.Supplier;

/** Shows what a service answered: to people in their words, or as it came. */
sealed interface Presentation permits RawPresentation, WordedPresentation {

    /** Shows the reply and answers the exit code that goes with it. */
    int show(ServiceReply reply, Supplier<String> words);

    /** Shows a reply that says that there was nothing. */
    int notFound(ServiceReply reply, String words);

    /** The exit code that says the same as the status. */
    static int exitCode(ServiceReply reply) {
        if (reply.isDone()) {
            return ExitCode.DONE;
        }
        if (reply.isMistaken()) {
            return ExitCode.WRONG_USAGE;
        }
        return reply.isNotFound() ? ExitCode.NOT_FOUND : ExitCode.FAILED;
    }
}
