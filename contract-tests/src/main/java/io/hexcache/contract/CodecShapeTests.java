package io.hexcache.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.SchemaMigration;
import io.hexcache.domain.port.ValueCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What codecs promise that tell the shape of values by a fingerprint. */
interface CodecShapeTests extends CodecUnderTest {

    /** A value as earlier code knew it. */
    record Earlier(String text) {}

    /** The same in the code of today. */
    record Today(String text, long number) {}

    private byte[] earlier() {
        return codec().encode(CodecUnderTest.entry(new Earlier("text")));
    }

    private ValueCodec migrating(SchemaMigration migration) {
        return codec().migrating(List.of(migration));
    }

    @Test
    default void fingerprint_ofTwoShapes_differs() {
        assertThat(codec().fingerprint(Earlier.class)).isNotEqualTo(codec().fingerprint(Today.class))
                .isEqualTo(codec().fingerprint(Earlier.class)).isNotZero();
    }

    @Test
    default void decode_earlierShapeWithoutAMigration_isUnreadable() {
        assertUnreadable(codec().decode(KEY, earlier(), Today.class));
        assertUnreadable(migrating(new SchemaMigration(codec().fingerprint(Sample.class), fields -> fields)).decode(
                KEY, earlier(), Today.class));
    }

    @Test
    default void decode_earlierShapeWithAMigration_isTheValueOfToday() {
        ValueCodec migrating = migrating(new SchemaMigration(codec().fingerprint(Earlier.class), fields -> {
            fields.put("number", 7);
            return fields;
        }));

        assertThat(migrating.decode(KEY, earlier(), Today.class)).isEqualTo(new Decoded.Intact<>(CodecUnderTest.entry(
                new Today("text", 7))));
        CacheEntry<Today> today = CodecUnderTest.entry(new Today("new", 8));
        assertThat(migrating.decode(KEY, migrating.encode(today), Today.class)).isEqualTo(new Decoded.Intact<>(today));
    }

    @Test
    default void decode_migrationThatFailsOrMakesSomethingElse_isUnreadable() {
        long from = codec().fingerprint(Earlier.class);

        assertUnreadable(migrating(new SchemaMigration(from, fields -> {
            throw new IllegalStateException("a migration that cannot");
        })).decode(KEY, earlier(), Today.class));
        assertUnreadable(migrating(new SchemaMigration(from, _ -> Map.of("number", "seven"))).decode(KEY, earlier(),
                Today.class));
    }
}
