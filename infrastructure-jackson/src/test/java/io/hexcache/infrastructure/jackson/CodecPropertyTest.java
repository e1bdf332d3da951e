package io.hexcache.infrastructure.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.port.Decoded;
import io.hexcache.infrastructure.jackson.RandomValues.Everything;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any value in any form. */
class CodecPropertyTest {

    private final JacksonValueCodec codec = new JacksonValueCodec();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_129})
    void decode_anyEntryInAnyForm_isTheEntry(long seed) {
        RandomValues values = new RandomValues(new SplittableRandom(seed));
        for (int i = 0; i < 500; i++) {
            CacheEntry<Everything> entry = values.entry();
            assertThat(codec.decode(RandomValues.KEY, codec.encode(entry), Everything.class)).as("entry %d of seed %d",
                    i, seed).isInstanceOfSatisfying(Decoded.Intact.class, intact -> {
                        assertThat(intact.entry()).isEqualTo(entry);
                        assertThat(intact.entry().provenance()).isEqualTo(entry.provenance());
                        assertThat(intact.entry().createdAt()).isEqualTo(entry.createdAt());
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void decode_anyEntryTornOrChanged_isUnreadableOrTheEntry(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomValues values = new RandomValues(random);
        int unreadable = 0;
        for (int i = 0; i < 300; i++) {
            CacheEntry<Everything> entry = values.entry();
            byte[] bytes = codec.encode(entry);
            for (int change = 0; change < 20; change++) {
                Decoded<Everything> decoded = codec.decode(RandomValues.KEY, torn(bytes, random), Everything.class);
                if (decoded instanceof Decoded.Intact<Everything>(CacheEntry<Everything> read)) {
                    assertThat(read).as("entry %d of seed %d", i, seed).isEqualTo(entry);
                } else {
                    unreadable++;
                }
            }
        }
        assertThat(unreadable).isGreaterThan(5_900);
    }

    private static byte[] torn(byte[] bytes, SplittableRandom random) {
        byte[] torn = Arrays.copyOf(bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length);
        for (int flips = random.nextInt(1, 4); flips > 0 && torn.length > 0; flips--) {
            torn[random.nextInt(torn.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return torn;
    }

    /** Who can write to the store can seal what he has changed: any value may be read then, and nothing is thrown. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void decode_anyEntryChangedAndSealed_neverThrows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomValues values = new RandomValues(random);
        int unreadable = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = codec.encode(values.entry());
            for (int change = 0; change < 20; change++) {
                byte[] sealed = Resealed.after(bytes, envelope -> {
                    for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
                        int at = random.nextInt(8, bytes.length);
                        envelope.put(at, (byte) random.nextInt());
                    }
                });
                unreadable += codec.decode(RandomValues.KEY, sealed, Everything.class) instanceof Decoded.Unreadable
                        ? 1
                        : 0;
            }
        }
        assertThat(unreadable).isGreaterThan(1_000);
    }
}
