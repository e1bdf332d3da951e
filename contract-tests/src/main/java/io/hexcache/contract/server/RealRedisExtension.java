package io.hexcache.contract.server;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What {@link RealRedis} does. */
final class RealRedisExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RealRedisExtension.class);

    private final RedisSearch search;
    private final ServerLog log;

    /** For JUnit. */
    RealRedisExtension() {
        this(RedisSearch.everywhere(), ServerLog.ofModule());
    }

    RealRedisExtension(RedisSearch search, ServerLog log) {
        this.search = search;
        this.log = log;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // A nested class counts for the one that it is nested in.
        if (store(context).get(ServerUsage.class) == null) {
            ServerUsage usage = new ServerUsage();
            store(context).put(ServerUsage.class, usage);
            store(context).put("owner", context.getRequiredTestClass());
            usage.begin(shared(context).server());
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        usage(context).testRan();
        // Here and not when the parameter is resolved, where JUnit takes a skip for an error.
        if (List.of(context.getRequiredTestMethod().getParameterTypes()).contains(RedisProcess.class)) {
            RedisProcess own = shared(context).own();
            store(context).put(RedisProcess.class, own);
            usage(context).begin(own);
        }
        for (Class<?> type : context.getRequiredTestMethod().getParameterTypes()) {
            if (isGroup(type)) {
                RedisGroup own = shared(context).ownGroup(type);
                store(context).put(RedisGroup.class, own);
                own.servers().forEach(usage(context)::begin);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RedisProcess own = store(context).get(RedisProcess.class, RedisProcess.class);
        if (own != null) {
            own.resume();
            usage(context).end(own);
        }
        RedisGroup group = store(context).get(RedisGroup.class, RedisGroup.class);
        if (group != null) {
            group.resume();
            group.servers().forEach(usage(context)::end);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getRequiredTestClass().equals(store(context).get("owner"))) {
            usage(context).endAll();
            log.append(usage(context).line(context.getRequiredTestClass().getName()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RedisServer.class || isGroup(type)
                || (type == RedisProcess.class && store(context).get(RedisProcess.class) != null);
    }

    private static boolean isGroup(Class<?> type) {
        return type == RedisSentinels.class || type == RedisCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == RedisServer.class) {
            return shared(context).server();
        }
        if (!isGroup(type)) {
            return Objects.requireNonNull(store(context).get(type));
        }
        RedisGroup own = store(context).get(RedisGroup.class, RedisGroup.class);
        if (own != null) {
            return own;
        }
        // A constructor's: those of a test are made after it.
        RedisGroup group = shared(context).group(type);
        group.servers().forEach(usage(context)::beginOnce);
        return group;
    }

    private SharedRedis shared(ExtensionContext context) {
        return SharedRedis.of(context, search);
    }

    private static ServerUsage usage(ExtensionContext context) {
        return Objects.requireNonNull(store(context).get(ServerUsage.class, ServerUsage.class));
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
