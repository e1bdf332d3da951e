package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which store answers behind the address. A server has another {@code run_id} each time that it starts, and another
 * {@code master_replid} each time that it becomes a primary, so that a promoted replica and a restart from an older
 * copy are told apart from a lost connection. Every new connection asks, before anything else is asked on it.
 */
final class StoreIdentity {

    private static final Logger LOGGER = LoggerFactory.getLogger(StoreIdentity.class);
    private static final Pattern FIELDS = Pattern.compile("(?m)^(?:run_id|master_replid):([0-9a-f]{40})\\r?$");

    private static final Pattern ROLE = Pattern.compile("(?m)^role:([a-z]+)\\r?$");

    /** What a server is called that does not say who it is. */
    static final String UNKNOWN = "";

    /** What no server is called. */
    private static final String SOMEBODY_ELSE = "-";

    private final StoreWatchers watchers;
    private final AtomicReference<@Nullable String> known;
    private final AtomicBoolean warned = new AtomicBoolean();

    StoreIdentity() {
        this(new StoreWatchers());
    }

    StoreIdentity(StoreWatchers watchers) {
        this(watchers, new AtomicReference<>());
    }

    private StoreIdentity(StoreWatchers watchers, AtomicReference<@Nullable String> known) {
        this.watchers = watchers;
        this.known = known;
    }

    /** One that replaces somebody, so that its first connection counts as one to another store. */
    static StoreIdentity ofNewcomer(StoreWatchers watchers) {
        return new StoreIdentity(watchers, new AtomicReference<>(SOMEBODY_ELSE));
    }

    /** The name of the store by the sections {@code server} and {@code replication} of INFO. */
    static String name(String info) {
        StringBuilder name = new StringBuilder();
        Matcher fields = FIELDS.matcher(info);
        while (fields.find()) {
            name.append(fields.group(1));
        }
        return name.toString();
    }

    /** Throws {@link CacheConnectionException} unless a server that says this of itself is a primary. */
    static void requirePrimary(String info, RedisAddress address) {
        Matcher role = ROLE.matcher(info);
        if (!role.find()) {
            throw new CacheConnectionException("cannot use redis at %s: it does not say whether it is the primary;"
                    .formatted(address) + " allow our user the command INFO");
        }
        if (!role.group(1).equals("master")) {
            throw Unreached.byReplica("cannot use redis at %s: it is a replica, and the primary is wanted; a"
                    .formatted(address) + " failover may be under way");
        }
    }

    /** Whether a server that says this of itself is a primary. */
    static boolean isPrimary(String info) {
        Matcher role = ROLE.matcher(info);
        return role.find() && role.group(1).equals("master");
    }

    void watch(Runnable onReplaced) {
        watchers.add(onReplaced);
    }

    /**
     * To be told of the store at the end of each new connection; calls the watchers if it may be another one than
     * before. Whoever tells the same at the same time waits until they have been called.
     */
    synchronized void met(String name) {
        if (name.equals(UNKNOWN) && warned.compareAndSet(false, true)) {
            LOGGER.warn("redis does not say who it is, so each new connection counts as one to another server and costs"
                    + " all local copies; allow our user the command INFO");
        }
        String before = known.get();
        if (name.equals(UNKNOWN) || (before != null && !before.equals(name))) {
            watchers.call();
        }
        known.set(name);
    }

    /** The name of the store that was met last; that of no store if none was met yet. */
    String known() {
        String name = known.get();
        return name == null ? UNKNOWN : name;
    }

    /** Whether the store of that name, or one that has none, is the one that was met last. */
    boolean isCurrent(String name) {
        return name.equals(UNKNOWN) || name.equals(known.get());
    }
}
