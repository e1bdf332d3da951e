package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeCodecTest {

    private static final int KIND = 17;
    private static final int COUNT = 18;
    private static final int FIRST_LENGTH = 22;

    static Stream<KeySelection> selections() {
        return Stream.of(KeySelection.Keys.of(CacheKey.parse("user:{\ud83d\ude00}:v7")),
                new KeySelection.Keys(Set.of(CacheKey.parse("a:b:v0"), CacheKey.parse("a:c:v0"))),
                new KeySelection.Matching(KeyPattern.of("user:[a-c]*")), new KeySelection.StartingWith("user:4"),
                new KeySelection.Within(new Namespace("user.profile")),
                new KeySelection.Tagged(Set.of(new Tag("a"), new Tag("\u00e4"))));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void decode_isTheInverseOfEncode(KeySelection selection) {
        ChangeMessage message = message(selection);

        assertThat(ChangeCodec.decode(ChangeCodec.encode(message))).contains(message);
    }

    @ParameterizedTest
    @MethodSource("selections")
    void decode_torn_isNothing(KeySelection selection) {
        byte[] whole = ChangeCodec.encode(message(selection));

        assertThat(
                IntStream.range(0, whole.length).mapToObj(length -> ChangeCodec.decode(Arrays.copyOf(whole, length))))
                .allMatch(torn -> torn.isEmpty());
        assertThat(ChangeCodec.decode(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    }

    @Test
    void decode_asManyOfTheLongestKeysAsASelectionTakes_isTheInverseOfEncode() {
        ChangeMessage message = message(new KeySelection.Keys(IntStream.range(0, KeySelection.Keys.MAX_KEYS)
                .mapToObj(i -> CacheKey.parse("a:%0507d:v0".formatted(i))).collect(Collectors.toSet())));

        assertThat(ChangeCodec.decode(ChangeCodec.encode(message))).contains(message);
    }

    @Test
    void decode_largerThanAnyNodeSends_isNothing() {
        byte[] one = ChangeCodec.encode(message(KeySelection.Keys.of(CacheKey.parse("a:b:v0"))));
        int count = 1_000_000;
        ByteBuffer large = ByteBuffer.allocate(FIRST_LENGTH + count * (one.length - FIRST_LENGTH));
        large.put(one, 0, COUNT).putInt(count);
        while (large.hasRemaining()) {
            large.put(one, FIRST_LENGTH, one.length - FIRST_LENGTH);
        }

        assertThat(ChangeCodec.decode(large.array())).isEmpty();
    }

    @Test
    void encode_isTheDocumentedLayout() {
        byte[] bytes = ChangeCodec.encode(message(new KeySelection.StartingWith("ab")));

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(
                "01" + "0000000000000001" + "fffffffffffffffe" + "73" + "00000001" + "00000002" + "6162");
    }

    @Test
    void decode_otherVersionKindOrContent_isNothing() {
        assertThat(ChangeCodec.decode(changed(0, 2))).isEmpty();
        assertThat(ChangeCodec.decode(changed(KIND, 'z'))).isEmpty();
        assertThat(ChangeCodec.decode(changed(KIND, 'w'))).as("no namespace").isEmpty();
        assertThat(ChangeCodec.decode(changed(COUNT, 0x7f))).as("two billion texts").isEmpty();
        assertThat(ChangeCodec.decode(changed(COUNT, 0xff))).as("less than none").isEmpty();
        assertThat(ChangeCodec.decode(changed(FIRST_LENGTH, 0x7f))).as("a text of two gigabytes").isEmpty();
        assertThat(ChangeCodec.decode(changed(FIRST_LENGTH, 0xff))).as("a negative length").isEmpty();
    }

    private static byte[] changed(int position, int value) {
        byte[] bytes = ChangeCodec.encode(message(new KeySelection.StartingWith("AB")));
        return ByteBuffer.wrap(bytes).put(position, (byte) value).array();
    }

    private static ChangeMessage message(KeySelection selection) {
        return new ChangeMessage(new NodeId(1, -2), selection);
    }
}
