package io.hexcache.contract;

import io.hexcache.domain.port.ValueCodec;

/** The suite of codecs on one that is wrong on purpose. */
@OnlyForVerdict
abstract class WrongCodecSuite extends ValueCodecContract {

    private final ValueCodec wrong;

    WrongCodecSuite(ValueCodec wrong) {
        this.wrong = wrong;
    }

    @Override
    public ValueCodec codec() {
        return wrong;
    }

    @Override
    public byte[] inUnknownVersion(byte[] encoded) {
        return TinyCodec.inVersion(2, encoded);
    }
}
