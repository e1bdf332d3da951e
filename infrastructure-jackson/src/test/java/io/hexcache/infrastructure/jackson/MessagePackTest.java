package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/** MessagePack against an independent library, and against bytes that nobody wrote. */
class MessagePackTest {

    private static final CacheKey KEY = CacheKey.parse("packed:1:v0");
    private static final StoredForm PACKED = new StoredForm(ValueFormat.MESSAGE_PACK, Compression.NONE, 0);

    private final JacksonValueCodec codec = new JacksonValueCodec();

    private <V> byte[] encoded(V value) {
        return codec.encode(CacheEntry.of(KEY, Optional.of(value), Duration.ofMinutes(1), Set.of(), Instant.EPOCH).in(
                PACKED));
    }

    private byte[] written(Object value) throws UnreadableEnvelopeException {
        Slice body = new EnvelopeReader(encoded(value)).read(KEY.render()).payload().orElseThrow().body();
        return Arrays.copyOfRange(body.array(), body.offset(), body.offset() + body.length());
    }

    private <V> Decoded<V> read(byte[] payload, Class<V> type) {
        return codec.decode(KEY, new Envelope(KEY.render(), new Envelope.Life(0, 1), Set.of(), Provenance.UNKNOWN,
                Optional.of(new Payload(ValueFormat.MESSAGE_PACK, Compression.NONE, payload.length, 0, Slice.of(
                        payload))))
                .write(), type);
    }

    private Object readTree(byte[] payload) {
        return ((Decoded.Intact<Object>) read(payload, Object.class)).entry().value().orElseThrow();
    }

    /** A tree of what MessagePack has in its own right. */
    private static Object plainTree(RandomValues values, SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> values.text();
            case 1 -> random.nextBoolean();
            case 2 -> values.whole();
            case 3 -> new BigInteger(1, new byte[]{(byte) 0x80, 0, 0, 0, 0, 0, 0, (byte) random.nextInt()});
            case 4 -> {
                List<Object> items = new ArrayList<>();
                for (int left = random.nextInt(random.nextInt(30) == 0 ? 70_000 : 20); left > 0; left--) {
                    items.add(left > 50 ? (Object) left : plainTree(values, random, depth - 1));
                }
                yield items;
            }
            default -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (int left = random.nextInt(random.nextInt(30) == 0 ? 70_000 : 20); left > 0; left--) {
                    fields.put("f" + left, left > 50 ? (Object) left : plainTree(values, random, depth - 1));
                }
                yield fields;
            }
        };
    }

    /** The same tree as the library writes it. */
    private static void pack(MessageBufferPacker packer, Object tree) throws IOException {
        switch (tree) {
            case String text -> packer.packString(text);
            case Boolean flag -> packer.packBoolean(flag);
            case Long number -> packer.packLong(number);
            case Integer number -> packer.packInt(number);
            case BigInteger number -> packer.packBigInteger(number);
            case List<?> items -> {
                packer.packArrayHeader(items.size());
                for (Object item : items) {
                    pack(packer, item);
                }
            }
            case Map<?, ?> fields -> {
                packer.packMapHeader(fields.size());
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    packer.packString((String) field.getKey());
                    pack(packer, field.getValue());
                }
            }
            default -> throw new AssertionError(tree.getClass());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void write_anyTree_isWhatTheLibraryWrites_andReadsBack(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        RandomValues values = new RandomValues(random);
        for (int i = 0; i < 150; i++) {
            Object tree = plainTree(values, random, 3);
            MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
            pack(packer, tree);
            byte[] theirs = packer.toByteArray();

            assertThat(written(tree)).as("tree %d of seed %d", i, seed).isEqualTo(theirs);
            assertThat(written(readTree(theirs))).isEqualTo(theirs);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Numbers(double ratio, float single, byte[] data) {}

    @Test
    void write_floatsAndBytes_areReadByTheLibrary() throws Exception {
        MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(written(new Numbers(0.1, 0.2f, new byte[300])));
        Map<Value, Value> fields = unpacker.unpackValue().asMapValue().map();

        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, value) -> shown.put(name.toString(), value.isFloatValue() ? value.toString()
                : value.getValueType() + " of " + value.asBinaryValue().asByteArray().length));
        assertThat(shown).containsEntry("ratio", "0.1").containsEntry("data", "BINARY of 300").containsKey("single");
        assertThat(new String(written(new Numbers(0.1, 0.2f, new byte[0])), StandardCharsets.ISO_8859_1))
                .contains("ratio\u00cb", "single\u00ca");
    }

    @Test
    void write_halfASurrogatePair_isRefused() {
        for (String text : List.of("\ud83d", "a\ude00b", "\ud83d\ud83d\ude00")) {
            assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> encoded(text))
                    .withMessageContaining("packed:1:v0").withMessageContaining("half a surrogate pair at position");
        }
    }

    record Raw(@JsonRawValue String json) {}

    @Test
    void write_rawJson_isRefused() {
        assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> encoded(new Raw("{}")))
                .withMessageContaining("packed:1:v0").withMessageContaining("no form in MessagePack");
    }

    @Test
    void write_valueThatHoldsItself_isRefused() {
        List<Object> list = new ArrayList<>();
        list.add(Map.of("list", list));
        assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> encoded(list))
                .withMessageContaining("packed:1:v0");
    }

    @Test
    void write_nestingThatCouldNotBeRead_isRefused() {
        Object nested = List.of();
        for (int i = 0; i < 499; i++) {
            nested = List.of(nested);
        }
        Object deepest = nested;
        assertThat(codec.decode(KEY, encoded(deepest), Object.class)).isInstanceOf(Decoded.Intact.class);
        assertThatExceptionOfType(CacheSerializationException.class).isThrownBy(() -> encoded(List.of(deepest)))
                .withMessageContaining("packed:1:v0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "", "c4", "c405aa", "c6ffffffff", "c6 7fffffff 00", "d9", "d9ff61", "dbffffffff",
            "dc", "dcffff", "ddffffffff", "dd7fffffff00", "df7fffffff00", "dfffffffff", "81", "8101c0", "81c0c0",
            "d40000", "d4ff00000000", "c700", "c70001", "c70101", "c9ffffffff01", "c90000020001" + "00",
            "c70502000186a1ff",
            "c70402ffffffff", "ca000000", "cb00", "cf00", "0000", "a3616", "92c0"})
    void read_whatIsNotWhole_isUnreadable(String hex) {
        String digits = hex.replace(" ", "");
        byte[] payload = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
        long taken = new Allocated().by(() -> {
            assertThat(read(payload, Object.class)).isInstanceOf(Decoded.Unreadable.class);
            assertThat(read(payload, Numbers.class)).isInstanceOf(Decoded.Unreadable.class);
        });
        assertThat(taken).isLessThan(4 << 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void read_anyBytes_throwNothingAndTakeLittle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        read(new byte[100], RandomValues.Everything.class);
        int intact = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[random.nextInt(1, 60)];
            random.nextBytes(payload);
            List<Decoded<?>> decoded = new ArrayList<>();
            long taken = new Allocated().by(() -> {
                decoded.add(read(payload, Object.class));
                decoded.add(read(payload, RandomValues.Everything.class));
                decoded.add(read(payload, String.class));
            });
            intact += decoded.getFirst() instanceof Decoded.Intact<?> ? 1 : 0;
            assertThat(taken).as("bytes taken by payload %d of seed %d", i, seed).isLessThan(1 << 20);
        }
        assertThat(intact).isPositive();
    }

    @Test
    void read_numberOutOfItsRange_isUnreadable() {
        byte[] large = HexFormat.of().parseHex("cfffffffffffffffff");
        assertThat(read(large, Long.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(read(large, Integer.class)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(((Decoded.Intact<BigInteger>) read(large, BigInteger.class)).entry().value()).contains(
                new BigInteger("18446744073709551615"));
        assertThat(read(HexFormat.of().parseHex("cb7ff8000000000000"), Long.class)).isInstanceOf(
                Decoded.Unreadable.class);
        assertThat(read(HexFormat.of().parseHex("cb7ff8000000000000"), BigDecimal.class)).isInstanceOf(
                Decoded.Unreadable.class);
    }
}
