package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
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

class MessageCodecTest {

    private static final Origin ORIGIN = new Origin("n-1", 0x7ffffffffffffffeL);
    private static final long SEQUENCE = 0x102030405060708L;
    private static final int KIND = 25;
    private static final int COUNT = 26;
    private static final int FIRST_LENGTH = 30;
    private static final int NODE = 34;
    private static final int SECOND_LENGTH = 37;

    static Stream<KeySelection> selections() {
        return Stream.of(KeySelection.Keys.of(CacheKey.parse("user:{\ud83d\ude00}:v7")),
                new KeySelection.Keys(Set.of(CacheKey.parse("a:b:v0"), CacheKey.parse("a:c:v0"))),
                new KeySelection.Matching(KeyPattern.of("user:[a-c]*")), new KeySelection.StartingWith("user:4"),
                new KeySelection.Within(new Namespace("user.profile")),
                new KeySelection.Tagged(Set.of(new Tag("a"), new Tag("\u00e4"))),
                new KeySelection.Cleared(new Namespace("user.profile")), new KeySelection.Everything());
    }

    private static byte[] encoded(KeySelection selection) {
        MessageCodec.Parts parts = MessageCodec.encode(ORIGIN, new Change(selection, 5));
        return ByteBuffer.allocate(parts.beforeSequence().length + Long.BYTES + parts.afterSequence().length)
                .put(parts.beforeSequence()).putLong(SEQUENCE).put(parts.afterSequence()).array();
    }

    private static Message message(KeySelection selection) {
        return new Message(ORIGIN, SEQUENCE, new Change(selection, 5));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void decode_isTheInverseOfEncode(KeySelection selection) {
        assertThat(MessageCodec.decode(encoded(selection))).contains(message(selection));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void decode_torn_isNothing(KeySelection selection) {
        byte[] whole = encoded(selection);

        assertThat(IntStream.range(0, whole.length)
                .mapToObj(length -> MessageCodec.decode(Arrays.copyOf(whole, length))))
                .allMatch(torn -> torn.isEmpty());
        assertThat(MessageCodec.decode(Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    }

    @Test
    void decode_asManyOfTheLongestKeysAsASelectionTakes_isTheInverseOfEncode() {
        KeySelection largest = new KeySelection.Keys(IntStream.range(0, KeySelection.Keys.MAX_KEYS)
                .mapToObj(i -> CacheKey.parse("a:%0507d:v0".formatted(i))).collect(Collectors.toSet()));

        assertThat(MessageCodec.decode(encoded(largest))).contains(message(largest));
    }

    @Test
    void decode_largerThanAnyNodeSends_isNothing() {
        byte[] one = encoded(KeySelection.Keys.of(CacheKey.parse("a:b:v0")));
        int count = 1_000_000;
        ByteBuffer large = ByteBuffer.allocate(SECOND_LENGTH + count * (one.length - SECOND_LENGTH));
        large.put(one, 0, COUNT).putInt(count + 1).put(one, FIRST_LENGTH, SECOND_LENGTH - FIRST_LENGTH);
        while (large.hasRemaining()) {
            large.put(one, SECOND_LENGTH, one.length - SECOND_LENGTH);
        }

        assertThat(MessageCodec.decode(large.array())).isEmpty();
    }

    @Test
    void encode_isTheDocumentedLayout() {
        assertThat(HexFormat.of().formatHex(encoded(new KeySelection.StartingWith("ab")))).isEqualTo(
                "02" + "7ffffffffffffffe" + "0102030405060708" + "0000000000000005" + "73" + "00000002"
                        + "00000003" + "6e2d31" + "00000002" + "6162");
    }

    @Test
    void decode_otherVersionKindOrContent_isNothing() {
        assertThat(MessageCodec.decode(changed(0, 1))).isEmpty();
        assertThat(MessageCodec.decode(changed(KIND, 'z'))).isEmpty();
        assertThat(MessageCodec.decode(changed(KIND, 'w'))).as("no namespace").isEmpty();
        assertThat(MessageCodec.decode(changed(KIND, 'e'))).as("everything, and a text").isEmpty();
        assertThat(MessageCodec.decode(changed(COUNT, 0x7f))).as("two billion texts").isEmpty();
        assertThat(MessageCodec.decode(changed(COUNT, 0xff))).as("less than none").isEmpty();
        assertThat(MessageCodec.decode(changed(FIRST_LENGTH, 0x7f))).as("a text of two gigabytes").isEmpty();
        assertThat(MessageCodec.decode(changed(FIRST_LENGTH, 0xff))).as("a negative length").isEmpty();
        assertThat(MessageCodec.decode(changed(NODE, ' '))).as("no name of a node").isEmpty();
    }

    private static byte[] changed(int position, int value) {
        return ByteBuffer.wrap(encoded(new KeySelection.StartingWith("AB"))).put(position, (byte) value).array();
    }
}
