package io.hexcache.benchmarks.peers.system;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.redisson.client.codec.BaseCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.Decoder;
import org.redisson.client.protocol.Encoder;

/** The decoder of all peers as Redisson wants it. */
final class RedissonProductCodec extends BaseCodec {

    private final ProductJson json = new ProductJson();

    @Override
    public Decoder<Object> getValueDecoder() {
        return (buffer, _) -> {
            byte[] bytes = ByteBufUtil.getBytes(buffer);
            buffer.skipBytes(bytes.length);
            return json.read(bytes);
        };
    }

    @Override
    public Encoder getValueEncoder() {
        return value -> Unpooled.wrappedBuffer(json.write((Product) value));
    }

    @Override
    public Decoder<Object> getMapKeyDecoder() {
        return StringCodec.INSTANCE.getValueDecoder();
    }

    @Override
    public Encoder getMapKeyEncoder() {
        return StringCodec.INSTANCE.getValueEncoder();
    }
}
