package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;

/** One command for the server. */
final class Call {

    private static final byte[] NO_KEY = new byte[0];

    private final CommandArguments arguments;
    private final Optional<CommandArguments> withSource;
    private final byte[] key;
    private final List<Call> whileMoving;

    private Call(CommandArguments arguments, Optional<CommandArguments> withSource, byte[] key,
            List<Call> whileMoving) {
        this.arguments = arguments;
        this.withSource = withSource;
        this.key = key;
        this.whileMoving = whileMoving;
    }

    /** The same, with steps of one key each that do as well while its slot moves; the last one answers. */
    Call orWhileMoving(Call... steps) {
        return new Call(arguments, withSource, key, List.of(steps));
    }

    /** What can be done instead while the slot moves, one after the other; none if nothing can. */
    List<Call> whileMoving() {
        return whileMoving;
    }

    /** The first argument is the key of the command, if it has one. */
    static Call of(ProtocolCommand command, byte[]... arguments) {
        return new Call(arguments(command, List.of(arguments)), Optional.empty(), arguments.length == 0
                ? NO_KEY
                : arguments[0], List.of());
    }

    /** The script by its hash; all keys live in one slot. */
    static Call of(Script script, List<byte[]> keys, byte[]... arguments) {
        return new Call(script(Command.EVALSHA, script.hash(), keys, arguments),
                Optional.of(script(Command.EVAL, script.source(), keys, arguments)), keys.getFirst(), List.of());
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

    /** Where a cluster has it done. */
    int slot() {
        return Slots.of(key);
    }

    /** The same, for a server that may not know the script. */
    Call inFull() {
        return new Call(withSource(), Optional.empty(), key, List.of());
    }

    /** What to send when the server does not know the script, which teaches it. */
    CommandArguments withSource() {
        return withSource.orElse(arguments);
    }
}
