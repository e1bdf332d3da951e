package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.error.CacheWriteException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisDataException;

/** Turns what went wrong in Jedis or on the server into the errors of the domain. */
final class Failures {

    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("READONLY", "the server is a replica: name its primary"),
            Map.entry("OOM", "the server's maxmemory is used up: raise it, or cache less; keep maxmemory-policy at"
                    + " noeviction, since any other can lose tags while their entries live"),
            Map.entry("LOADING", "the server is still reading its data: try again in a moment"),
            Map.entry("MISCONF", "the server cannot save to disk and refuses writes: see its log"),
            Map.entry("WRONGTYPE",
                    "something else uses our key prefix: delete that key, or set another prefix"),
            Map.entry("NOAUTH", "the server asks for a password now: name it in the address"),
            Map.entry("NOPERM", "the server's ACL forbids this to our user: allow it"),
            Map.entry("NOREPLICAS",
                    "the server lacks the replicas that it has to have: attach them, or lower min-replicas-to-write"),
            Map.entry("BUSY", "a script blocks the server: end it with SCRIPT KILL"),
            Map.entry("TRYAGAIN", "the slot of the key is moving to another server: try again when it has arrived"),
            Map.entry("CLUSTERDOWN", "the slot of the key has no primary, or too few primaries are left: start them"),
            Map.entry("MOVED", "the server belongs to a cluster: write redis-cluster:// and its address"),
            Map.entry("ASK ", "the server belongs to a cluster: write redis-cluster:// and its address"));

    /** The server says these to every change, or to every one that needs memory, whatever its key. */
    private static final List<String> NO_CHANGES = List.of("READONLY", "OOM", "MISCONF", "NOREPLICAS");

    private final String node;

    Failures(String node) {
        this.node = node;
    }

    /** The server answered with an error. */
    CacheException refused(Operation operation, JedisDataException reply) {
        String message = "%s: redis at %s refused it: %s%s".formatted(operation, node, reply.getMessage(),
                wayOut(reply));
        return operation.isChange() ? new CacheWriteException(message, reply) : new CacheReadException(message, reply);
    }

    private static String wayOut(JedisDataException reply) {
        String text = String.valueOf(reply.getMessage());
        return WAYS_OUT.entrySet().stream().filter(way -> text.contains(way.getKey())).map(Map.Entry::getValue)
                .findFirst().map(way -> "; " + way).orElse("");
    }

    /** Whether the server refused because it takes no changes now, and not because of this one. */
    static boolean isOfAllChanges(CacheException refusal) {
        return refusal.getCause() instanceof JedisDataException reply && NO_CHANGES.stream().anyMatch(String.valueOf(
                reply.getMessage())::contains);
    }

    /** Whether the server refused because it is no primary, or no longer. */
    static boolean isOfReplica(CacheException refusal) {
        return refusal.getCause() instanceof JedisDataException reply && isOfReplica(String.valueOf(reply
                .getMessage()));
    }

    private static boolean isOfReplica(String reply) {
        // An error inside a script is wrapped in words of the script engine.
        return reply.contains("READONLY") || reply.startsWith("MASTERDOWN");
    }

    /** Whether a key that the call needs is, or is to be made, on the other side of a move. */
    static boolean isOfMovingKeys(JedisDataException reply) {
        String text = String.valueOf(reply.getMessage());
        return text.startsWith("TRYAGAIN") || text.contains("access a non local key");
    }

    /** Whether the server executed nothing, as it is no primary any more, or has yet to read its data. */
    static boolean isOfWrongServer(JedisDataException reply) {
        String text = String.valueOf(reply.getMessage());
        return isOfReplica(text) || text.startsWith("LOADING");
    }

    /** No whole reply came. */
    CacheException broken(Operation operation, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return new CacheConnectionException("%s: interrupted while redis at %s was working on it%s".formatted(
                    operation, node, operation.hint()), failure);
        }
        if (isTimeout(failure)) {
            return new CacheTimeoutException("%s: redis at %s did not answer in time%s".formatted(operation, node,
                    operation.hint()), failure);
        }
        return new CacheConnectionException("%s: the connection to redis at %s broke: %s; is the server running?"
                .formatted(operation, node, rootMessage(failure)), failure);
    }

    static boolean isTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException || cause instanceof DeadlinePassedException) {
                return true;
            }
        }
        return false;
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return message(root);
    }

    static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
