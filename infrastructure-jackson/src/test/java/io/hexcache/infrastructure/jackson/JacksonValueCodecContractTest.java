package io.hexcache.infrastructure.jackson;

import io.hexcache.contract.ValueCodecContract;
import io.hexcache.domain.port.ValueCodec;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

class JacksonValueCodecContractTest extends ValueCodecContract {

    private final ValueCodec codec = new JacksonValueCodec();

    @Override
    public ValueCodec codec() {
        return codec;
    }

    @Override
    public byte[] inUnknownVersion(byte[] encoded) {
        byte[] newer = encoded.clone();
        newer[2]++;
        CRC32C checksum = new CRC32C();
        checksum.update(newer, 0, 4);
        checksum.update(newer, 8, newer.length - 8);
        ByteBuffer.wrap(newer).putInt(4, (int) checksum.getValue());
        return newer;
    }
}
