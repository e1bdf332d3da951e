package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Write;
import java.util.LinkedHashMap;
import java.util.List;
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
        Write write = write(key("a"), token(1), "value");
        Map<String, Consumer<CacheStore>> operations = new LinkedHashMap<>();
        operations.put("get", store -> store.get(key("a")));
        operations.put("getAll", store -> store.getAll(List.of(key("a"))));
        operations.put("fetch", store -> store.fetch(Fetch.of(key("a"), token(1))));
        operations.put("fetchAll", store -> store.fetchAll(List.of(Fetch.of(key("a"), token(1)))));
        operations.put("begin", store -> store.begin(Set.of(key("a")), token(1)));
        operations.put("fill", store -> store.fill(write));
        operations.put("fillAll", store -> store.fillAll(List.of(write)));
        operations.put("put", store -> store.put(write));
        operations.put("putAll", store -> store.putAll(List.of(write)));
        operations.put("abandon", store -> store.abandon(Set.of(key("a")), token(1)));
        operations.put("release", store -> store.release(key("a"), token(1)));
        operations.put("releaseAll", store -> store.releaseAll(Map.of(key("a"), token(1))));
        operations.put("setAll", store -> store.setAll(List.of(write), new SetCondition.Always()));
        operations.put("set", store -> store.set(write, new SetCondition.Always()));
        operations.put("expire", store -> store.expire(key("a"), LONG));
        operations.put("remove", store -> store.remove(Set.of(key("a"))));
        operations.put("removeAll", store -> store.removeAll(new KeySelection.Within(NAMESPACE)));
        operations.put("survey", store -> store.survey(new KeySelection.Within(NAMESPACE), 1));
        operations.put("inspect", store -> store.inspect(key("a")));
        operations.put("ping", CacheStore::ping);
        return Unreachable.tests(unreachableStore(), operations);
    }
}
