package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages of the bus as bytes, numbers big-endian:
 *
 * <pre>
 * 1 byte    version of this layout, 1
 * 16 bytes  the node that sends it, random
 * 1 byte    kind: k keys, m matching a pattern, s starting with a prefix, w within a namespace, t tagged
 * 4 bytes   how many texts follow
 * each      4 bytes length, and so many bytes of UTF-8: a rendered key, pattern, prefix, namespace or tag
 * </pre>
 */
final class ChangeCodec {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 16 + 1 + 4;

    /** What a node can send: so many of the longest keys as a selection may name. */
    private static final int MAX_BYTES = FIXED + KeySelection.Keys.MAX_KEYS * (Integer.BYTES + CacheKey.MAX_BYTES);

    private ChangeCodec() {}

    static byte[] encode(ChangeMessage message) {
        return switch (message.change()) {
            case KeySelection.Keys(var keys) -> encode(message, 'k', keys.stream().map(CacheKey::render));
            case KeySelection.Matching(KeyPattern pattern) -> encode(message, 'm', Stream.of(pattern.text()));
            case KeySelection.StartingWith(String prefix) -> encode(message, 's', Stream.of(prefix));
            case KeySelection.Within(Namespace namespace) -> encode(message, 'w', Stream.of(namespace.name()));
            case KeySelection.Tagged(var tags) -> encode(message, 't', tags.stream().map(Tag::name));
        };
    }

    private static byte[] encode(ChangeMessage message, char kind, Stream<String> names) {
        List<byte[]> texts = names.map(name -> name.getBytes(StandardCharsets.UTF_8)).toList();
        int length = FIXED + texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length).put(VERSION).putLong(message.origin().high())
                .putLong(message.origin().low()).put((byte) kind).putInt(texts.size());
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        return bytes.array();
    }

    /**
     * The message; nothing if the bytes are not one, of a version or kind that this node does not know, or more than
     * any node sends.
     */
    static Optional<ChangeMessage> decode(byte[] encoded) {
        if (encoded.length > MAX_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        try {
            if (bytes.get() != VERSION) {
                return Optional.empty();
            }
            NodeId origin = new NodeId(bytes.getLong(), bytes.getLong());
            char kind = (char) bytes.get();
            List<String> texts = texts(bytes);
            return selection(kind, texts).map(change -> new ChangeMessage(origin, change));
        } catch (BufferUnderflowException | CacheException torn) {
            return Optional.empty();
        }
    }

    private static List<String> texts(ByteBuffer bytes) {
        int count = bytes.getInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] text = new byte[length];
            bytes.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        if (count < 1 || bytes.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return texts;
    }

    private static Optional<KeySelection> selection(char kind, List<String> texts) {
        return switch (kind) {
            case 'k' -> Optional.of(new KeySelection.Keys(each(texts, CacheKey::parse)));
            case 'm' -> Optional.of(new KeySelection.Matching(KeyPattern.of(texts.getFirst())));
            case 's' -> Optional.of(new KeySelection.StartingWith(texts.getFirst()));
            case 'w' -> Optional.of(new KeySelection.Within(new Namespace(texts.getFirst())));
            case 't' -> Optional.of(new KeySelection.Tagged(each(texts, Tag::new)));
            default -> Optional.empty();
        };
    }

    private static <T> Set<T> each(List<String> texts, Function<String, T> made) {
        return texts.stream().map(made).collect(Collectors.toUnmodifiableSet());
    }
}
