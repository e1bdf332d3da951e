package io.hexcache.infrastructure.resilience4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What is behind the breakers: ports that do, before each call, what a test says, and count the calls. */
final class OtherSide {

    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
    private final AtomicInteger calls = new AtomicInteger();

    /** The same port, which this stands before. */
    <P> P before(Class<P> type, P port) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method,
                arguments) -> {
            calls.incrementAndGet();
            before.get().run();
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }));
    }

    void does(Runnable action) {
        before.set(action);
    }

    void fails(RuntimeException failure) {
        does(() -> {
            throw failure;
        });
    }

    void answers() {
        does(() -> {});
    }

    int calls() {
        return calls.get();
    }
}
