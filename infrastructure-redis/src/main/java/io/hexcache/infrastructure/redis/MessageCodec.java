package io.hexcache.infrastructure.redis;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
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
 * 1 byte    version of this layout, 2
 * 8 bytes   incarnation of the origin
 * 8 bytes   sequence, put in by the script that gives it
 * 8 bytes   stamp, 0 for none
 * 1 byte    kind: k keys, m matching a pattern, s starting with a prefix, w within a namespace, t tagged,
 *           c cleared namespace, e everything
 * 4 bytes   how many texts follow: the name of the origin's node, and what the kind is about
 * each      4 bytes length, and so many bytes of UTF-8: a rendered key, pattern, prefix, namespace or tag
 * </pre>
 */
final class MessageCodec {

    private static final byte VERSION = 2;
    private static final int BEFORE = 1 + 8;
    private static final int FIXED = BEFORE + 8 + 8 + 1 + 4;
    private static final int LONGEST_NODE = 64;

    /** What a node can send: so many of the longest keys as a selection may name. */
    private static final int MAX_BYTES = FIXED + Integer.BYTES + LONGEST_NODE
            + KeySelection.Keys.MAX_KEYS * (Integer.BYTES + CacheKey.MAX_BYTES);

    /** A message around its sequence, which only the server knows. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parts(byte[] beforeSequence, byte[] afterSequence) {}

    private MessageCodec() {}

    static Parts encode(Origin origin, Change change) {
        return switch (change.selection()) {
            case KeySelection.Keys(var keys) -> encode(origin, change, 'k', keys.stream().map(CacheKey::render));
            case KeySelection.Matching(KeyPattern pattern) -> encode(origin, change, 'm', Stream.of(pattern.text()));
            case KeySelection.StartingWith(String prefix) -> encode(origin, change, 's', Stream.of(prefix));
            case KeySelection.Within(Namespace namespace) -> encode(origin, change, 'w', Stream.of(namespace.name()));
            case KeySelection.Tagged(var tags) -> encode(origin, change, 't', tags.stream().map(Tag::name));
            case KeySelection.Cleared(Namespace namespace) -> encode(origin, change, 'c', Stream.of(namespace.name()));
            case KeySelection.Everything _ -> encode(origin, change, 'e', Stream.empty());
        };
    }

    private static Parts encode(Origin origin, Change change, char kind, Stream<String> names) {
        List<byte[]> texts = Stream.concat(Stream.of(origin.node()), names).map(Replies::argument).toList();
        int length = FIXED - BEFORE - 8 + texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        ByteBuffer rest = ByteBuffer.allocate(length).putLong(change.stamp()).put((byte) kind).putInt(texts.size());
        texts.forEach(text -> rest.putInt(text.length).put(text));
        return new Parts(ByteBuffer.allocate(BEFORE).put(VERSION).putLong(origin.incarnation()).array(), rest.array());
    }

    /**
     * The message; nothing if the bytes are not one, of a version or kind that this node does not know, or more than
     * any node sends.
     */
    static Optional<Message> decode(byte[] encoded) {
        if (encoded.length > MAX_BYTES) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded);
        try {
            if (bytes.get() != VERSION) {
                return Optional.empty();
            }
            long incarnation = bytes.getLong();
            long sequence = bytes.getLong();
            long stamp = bytes.getLong();
            char kind = (char) bytes.get();
            List<String> texts = texts(bytes);
            Origin origin = new Origin(texts.getFirst(), incarnation);
            return selection(kind, texts.subList(1, texts.size())).map(selection -> new Message(origin, sequence,
                    new Change(selection, stamp)));
        } catch (BufferUnderflowException | CacheException | IllegalArgumentException torn) {
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
        if (texts.isEmpty() != (kind == 'e')) {
            return Optional.empty();
        }
        return switch (kind) {
            case 'k' -> Optional.of(new KeySelection.Keys(each(texts, CacheKey::parse)));
            case 'm' -> Optional.of(new KeySelection.Matching(KeyPattern.of(texts.getFirst())));
            case 's' -> Optional.of(new KeySelection.StartingWith(texts.getFirst()));
            case 'w' -> Optional.of(new KeySelection.Within(new Namespace(texts.getFirst())));
            case 't' -> Optional.of(new KeySelection.Tagged(each(texts, Tag::new)));
            case 'c' -> Optional.of(new KeySelection.Cleared(new Namespace(texts.getFirst())));
            case 'e' -> Optional.of(new KeySelection.Everything());
            default -> Optional.empty();
        };
    }

    private static <T> Set<T> each(List<String> texts, Function<String, T> made) {
        return texts.stream().map(made).collect(Collectors.toUnmodifiableSet());
    }
}
