package io.hexcache.infrastructure.jackson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;

/**
 * The fingerprint of the shape in which Jackson writes a type: the first 64 bits of SHA-256 (FIPS 180-4) over the text
 * of {@link ShapeWriter}, 1 if they are 0; a stored format.
 *
 * <p>
 * A shape is the names of the fields and what they hold, down to numbers and texts by their Java type and enums by
 * their constants; order does not count, and neither do the names of classes of one's own. 0, and so not told, are
 * types of which this class alone does not say what their values look like: {@code Object}, interfaces and abstract
 * classes, types with subtypes of {@code @JsonTypeInfo}, primitive types, and collections and maps without a type
 * around them. Where such a type is that of a field, any content is the same for the fingerprint.
 */
final class TypeShapes {

    private final ObjectMapper mapper;

    TypeShapes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    long fingerprint(Class<?> type) {
        try {
            JavaType root = mapper.constructType(type);
            ShapeWriter shape = new ShapeWriter(ShapePath.of(root));
            mapper.acceptJsonFormatVisitor(root, shape);
            return !root.isPrimitive() && shape.tells(root) ? hash(shape.text()) : 0;
        } catch (RuntimeException untellable) {
            // Jackson, or a serializer of somebody else, has no answer: then the shape is not compared.
            return 0;
        }
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long first = ByteBuffer.wrap(digest).getLong();
            return first == 0 ? 1 : first;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("this JVM lacks SHA-256, which every Java platform must have", impossible);
        }
    }
}
