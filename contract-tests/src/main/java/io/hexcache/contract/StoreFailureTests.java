package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A store that is away says so, in every operation; it never answers as if it held nothing. */
interface StoreFailureTests extends StoreUnderTest {

    @TestFactory
    default Stream<DynamicTest> unreachable_anyOperation_throwsConnectionError() {
        Map<String, Consumer<CacheStore>> operations = new LinkedHashMap<>();
        operations.put("get", store -> store.get(key("a")));
        operations.put("fetch", store -> store.fetch(key("a"), token(1)));
        operations.put("fill", store -> store.fill(key("a"), token(1), bytes("value"), LONG));
        operations.put("release", store -> store.release(key("a"), token(1)));
        operations.put("set", store -> store.set(key("a"), bytes("value"), LONG));
        operations.put("remove", store -> store.remove(Set.of(key("a"))));
        operations.put("removeAll", store -> store.removeAll(new KeySelection.Within(NAMESPACE)));
        operations.put("ping", CacheStore::ping);
        return Unreachable.tests(unreachableStore(), operations);
    }
}
