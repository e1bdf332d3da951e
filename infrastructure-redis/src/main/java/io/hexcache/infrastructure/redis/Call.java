package io.hexcache.infrastructure.redis;

import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.commands.ProtocolCommand;

/**
 * One thing that a server is asked to do.
 *
 * @param arguments what is sent for it
 * @param withSource what is sent when the server does not know the script, which teaches it; else the same
 * @param key decides about the slot; empty if there is none
 * @param whileMoving what can be done instead while the slot moves, one after the other; none if nothing can
 * @param isRead whether it reads an entry, and is answered with what was {@link Seen}
 * @param isAsking whether the server has to be told that it is asked for a slot which it is about to take
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Call(CommandArguments arguments, CommandArguments withSource, byte[] key, List<Call> whileMoving,
        boolean isRead, boolean isAsking) {

    private static final byte[] NO_KEY = new byte[0];

    /** The first argument is the key of the command, if it has one. */
    static Call of(ProtocolCommand command, byte[]... arguments) {
        CommandArguments all = new CommandArguments(command);
        for (byte[] argument : arguments) {
            all.add(argument);
        }
        return new Call(all, all, arguments.length == 0 ? NO_KEY : arguments[0], List.of(), false, false);
    }

    /** The script by its hash; all keys live in one slot. */
    static Call of(Script script, List<byte[]> keys, byte[]... arguments) {
        return new Call(script(Command.EVALSHA, script.hash(), keys, arguments), script(Command.EVAL, script.source(),
                keys, arguments), keys.getFirst(), List.of(), false, false);
    }

    /** Reads the entry of this name; answered with what was {@link Seen}. */
    static Call read(byte[] name) {
        CommandArguments get = new CommandArguments(Command.GET).add(name);
        return new Call(get, get, name, List.of(), true, false);
    }

    private static CommandArguments script(Command command, String script, List<byte[]> keys, byte[]... arguments) {
        CommandArguments all = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(all::add);
        for (byte[] argument : arguments) {
            all.add(argument);
        }
        return all;
    }

    /** The same, with steps of one key each that do as well while its slot moves; the last one answers. */
    Call orWhileMoving(Call... steps) {
        return new Call(arguments, withSource, key, List.of(steps), isRead, isAsking);
    }

    /** The same, for a server that is about to take the slot. */
    Call asking() {
        return new Call(arguments, withSource, key, whileMoving, isRead, true);
    }

    /** The same, for the server that has the slot. */
    Call notAsking() {
        return isAsking ? new Call(arguments, withSource, key, whileMoving, isRead, false) : this;
    }

    /** Asks, in the same way, what is left of the life of its key. */
    Call life() {
        Call life = of(Command.PTTL, key);
        return isAsking ? life.asking() : life;
    }

    /** Where a cluster has it done. */
    int slot() {
        return Slots.of(key);
    }
}
