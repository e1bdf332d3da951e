package io.hexcache.contract.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The server that all tests of a JVM share, and the program for those that need their own. */
final class SharedRedis implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(SharedRedis.class);

    private final boolean mandatory;
    private final Optional<RedisServer> server;
    private final Optional<RedisBinary> binary;
    private final Map<Class<?>, RedisGroup> groups = new HashMap<>();

    /** Finds or starts it. */
    SharedRedis(RedisSearch search) {
        this.mandatory = search.isMandatory();
        this.binary = search.binary();
        this.server = search.server(binary);
    }

    /** That of this context, or of all: found by this search when it is first asked for. */
    static SharedRedis of(ExtensionContext context, RedisSearch search) {
        SharedRedis nearest = context.getStore(NAMESPACE).get(SharedRedis.class, SharedRedis.class);
        return nearest != null ? nearest
                : context.getRoot().getStore(NAMESPACE).computeIfAbsent(SharedRedis.class,
                        key -> new SharedRedis(search), SharedRedis.class);
    }

    /** Has this context and those inside it use another one, until it ends. */
    static void override(ExtensionContext context, RedisSearch search) {
        context.getStore(NAMESPACE).put(SharedRedis.class, new SharedRedis(search));
    }

    RedisServer server() {
        return server.orElseThrow(() -> missing("no Redis for the tests"));
    }

    /** A server for one test alone. */
    RedisProcess own() {
        return RedisProcess.start(program());
    }

    /** A group of this kind, for tests that leave it as it is. */
    synchronized RedisGroup group(Class<?> kind) {
        return groups.computeIfAbsent(kind, this::ownGroup);
    }

    /** One for a test that breaks it. */
    RedisGroup ownGroup(Class<?> kind) {
        return kind == RedisCluster.class ? RedisCluster.start(program()) : RedisSentinels.start(program());
    }

    private RedisBinary program() {
        return binary.orElseThrow(() -> missing("no redis-server program that a test could kill"));
    }

    private RuntimeException missing(String what) {
        String message = what + ": set " + RedisSearch.ADDRESS + ", start a container engine, or install redis-server";
        if (mandatory) {
            throw new AssertionFailedError(message + "; with CI=true this is a failure");
        }
        return new TestAbortedException(message);
    }

    @Override
    public synchronized void close() {
        groups.values().forEach(RedisGroup::close);
        server.ifPresent(running -> {
            switch (running) {
                case FoundRedis found -> found.close();
                case RedisProcess process -> process.close();
            }
        });
    }
}
