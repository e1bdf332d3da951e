package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConnectionException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** One test per operation of an adapter whose other side is away; none for an adapter that has no other side. */
final class Unreachable {

    private Unreachable() {}

    static <A> Stream<DynamicTest> tests(Optional<A> away, Map<String, Consumer<A>> operations) {
        return away.stream().flatMap(adapter -> operations.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.getKey(),
                        () -> assertThatExceptionOfType(CacheConnectionException.class)
                                .isThrownBy(() -> operation.getValue().accept(adapter))
                                .withMessageMatching("(?s).*\\S.*"))));
    }
}
