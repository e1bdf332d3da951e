package io.hexcache.contract;

import static io.hexcache.contract.SuiteVerdict.failuresOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suite of codecs refuses those that are wrong, by the tests that are about what is wrong with them. */
final class ValueCodecRefusalTest {

    @Test
    void codecThatIsRight_isNotRefused() {
        assertThat(failuresOf(Right.class)).isEmpty();
    }

    static final class Right extends WrongCodecSuite {

        Right() {
            super(new TinyCodec());
        }
    }

    @Test
    void codecThatIgnoresTheChecksum_isRefused() {
        assertThat(failuresOf(IgnoresTheChecksum.class)).contains("decode_anyBitFlipped_isUnreadableOrTheSameEntry",
                "decode_somethingAppended_isUnreadable");
    }

    static final class IgnoresTheChecksum extends WrongCodecSuite {

        IgnoresTheChecksum() {
            super(WrongCodecs.thatIgnoresTheChecksum());
        }
    }

    @Test
    void codecThatIgnoresTheVersion_isRefused() {
        assertThat(failuresOf(IgnoresTheVersion.class)).containsExactly("decode_unknownVersion_isUnreadable");
    }

    static final class IgnoresTheVersion extends WrongCodecSuite {

        IgnoresTheVersion() {
            super(WrongCodecs.thatIgnoresTheVersion());
        }
    }

    @Test
    void codecThatIgnoresTheKey_isRefused() {
        assertThat(failuresOf(IgnoresTheKey.class)).containsExactlyInAnyOrder("decode_bytesOfAnotherKey_isUnreadable",
                "encode_valueThatCannotBeWritten_throws");
    }

    static final class IgnoresTheKey extends WrongCodecSuite {

        IgnoresTheKey() {
            super(WrongCodecs.thatIgnoresTheKey());
        }
    }

    @Test
    void codecThatLosesTags_isRefused() {
        assertThat(failuresOf(LosesTags.class)).containsExactlyInAnyOrder(
                "decode_anyByteReplaced_isUnreadableOrTheSameEntry", "decode_oddText_isTheEntry",
                "decode_plainTypes_areTheEntry", "decode_tags_areTheSame", "decode_textOfAnyLength_isTheEntry",
                "decode_value_isTheEntry", "decode_anyForm_isTheEntry");
    }

    static final class LosesTags extends WrongCodecSuite {

        LosesTags() {
            super(WrongCodecs.thatLosesTags());
        }
    }

    @Test
    void codecThatRoundsToSeconds_isRefused() {
        assertThat(failuresOf(RoundsToSeconds.class)).containsExactlyInAnyOrder("decode_absence_isTheEntry",
                "decode_anyByteReplaced_isUnreadableOrTheSameEntry", "decode_oddKeys_areTheSame",
                "decode_oddText_isTheEntry", "decode_plainTypes_areTheEntry", "decode_tags_areTheSame",
                "decode_textOfAnyLength_isTheEntry", "decode_timeOfCreation_isTheSameToTheMillisecond",
                "decode_ttl_isTheSame", "decode_value_isTheEntry");
    }

    static final class RoundsToSeconds extends WrongCodecSuite {

        RoundsToSeconds() {
            super(WrongCodecs.thatRoundsToSeconds());
        }
    }

    @Test
    void codecThatForgetsTheSize_isRefused() {
        assertThat(failuresOf(ForgetsTheSize.class)).containsExactlyInAnyOrder("decode_absence_isTheEntry",
                "decode_oddKeys_areTheSame", "decode_oddText_isTheEntry", "decode_plainTypes_areTheEntry",
                "decode_tags_areTheSame", "decode_textOfAnyLength_isTheEntry",
                "decode_timeOfCreation_isTheSameToTheMillisecond", "decode_ttl_isTheSame", "decode_value_isTheEntry",
                "decode_anyForm_isTheEntry");
    }

    static final class ForgetsTheSize extends WrongCodecSuite {

        ForgetsTheSize() {
            super(WrongCodecs.thatForgetsTheSize());
        }
    }

    @Test
    void codecThatThrowsWhatItCannotRead_isRefused() {
        assertThat(failuresOf(ThrowsWhatItCannotRead.class)).containsExactlyInAnyOrder(
                "decode_anyBitFlipped_isUnreadableOrTheSameEntry", "decode_anyByteReplaced_isUnreadableOrTheSameEntry",
                "decode_bytesOfAnotherKey_isUnreadable", "decode_cutAnywhere_isUnreadable",
                "decode_garbage_isUnreadable", "decode_somethingAppended_isUnreadable",
                "decode_unknownVersion_isUnreadable", "decode_valueOfAnotherType_isUnreadable",
                "decode_anyFormCutAnywhere_isUnreadable", "decode_anyFormWithAByteChanged_isUnreadableOrTheSameEntry");
    }

    static final class ThrowsWhatItCannotRead extends WrongCodecSuite {

        ThrowsWhatItCannotRead() {
            super(WrongCodecs.thatThrowsWhatItCannotRead());
        }
    }

    @Test
    void codecThatThrowsItsOwnErrors_isRefused() {
        assertThat(failuresOf(ThrowsItsOwnErrors.class)).containsExactly("encode_valueThatCannotBeWritten_throws");
    }

    static final class ThrowsItsOwnErrors extends WrongCodecSuite {

        ThrowsItsOwnErrors() {
            super(WrongCodecs.thatThrowsItsOwnErrors());
        }
    }
}
