package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;

/** One command for the server. */
final class Call {

    private final CommandArguments arguments;
    private final Optional<CommandArguments> withSource;

    private Call(CommandArguments arguments, Optional<CommandArguments> withSource) {
        this.arguments = arguments;
        this.withSource = withSource;
    }

    static Call of(ProtocolCommand command, byte[]... arguments) {
        return new Call(arguments(command, List.of(arguments)), Optional.empty());
    }

    /** The script by its hash; all keys live in one slot. */
    static Call of(Script script, List<byte[]> keys, byte[]... arguments) {
        return new Call(script(Command.EVALSHA, script.hash(), keys, arguments),
                Optional.of(script(Command.EVAL, script.source(), keys, arguments)));
    }

    private static CommandArguments script(Command command, String script, List<byte[]> keys, byte[]... arguments) {
        CommandArguments all = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(all::add);
        for (byte[] argument : arguments) {
            all.add(argument);
        }
        return all;
    }

    private static CommandArguments arguments(ProtocolCommand command, List<byte[]> arguments) {
        CommandArguments all = new CommandArguments(command);
        arguments.forEach(all::add);
        return all;
    }

    CommandArguments arguments() {
        return arguments;
    }

    /** What to send when the server does not know the script, which teaches it. */
    CommandArguments withSource() {
        return withSource.orElse(arguments);
    }
}
