package io.hexcache.infrastructure.jackson;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNullFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Writes down, as one line of text, what Jackson's own serializers say of a type. An object is {@code object{fields}},
 * sorted by name, each the length of its name, a colon, the name, {@code =} and its shape; an array is {@code [shape]},
 * a map {@code <key,value>}, an enum {@code text} and its sorted constants in brackets. Anything else is its kind and,
 * if it is one of Java's, its type. {@code ^2} stands for the second type around this place, {@code any} for what
 * cannot be told. An optional value has the shape of the value.
 */
final class ShapeWriter extends JsonFormatVisitorWrapper.Base {

    static final String ANY = "any";

    private final ShapePath path;
    private final StringBuilder kind = new StringBuilder();
    private final Map<String, String> fields = new TreeMap<>();

    ShapeWriter(ShapePath path) {
        this.path = path;
    }

    /** What has been written; to be asked after the visit. */
    String text() {
        return kind.isEmpty() ? ANY : fields.isEmpty() ? kind.toString() : kind.toString() + fields;
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        kind.append("object");
        return new JsonObjectFormatVisitor.Base(getContext()) {
            @Override
            public void property(BeanProperty field) {
                JsonFormatVisitable known = field instanceof BeanPropertyWriter writer && writer.hasSerializer()
                        ? writer.getSerializer()
                        : ShapeWriter.this.getContext().findPrimaryPropertySerializer(field.getType(), field);
                property(field.getName(), known, field.getType());
            }

            @Override
            public void property(String name, JsonFormatVisitable serializer, JavaType fieldType) {
                fields.put(name.length() + ":" + name, shape(serializer, fieldType));
            }

            @Override
            public void optionalProperty(BeanProperty field) {
                property(field);
            }

            @Override
            public void optionalProperty(String name, JsonFormatVisitable serializer, JavaType fieldType) {
                property(name, serializer, fieldType);
            }
        };
    }

    private String shape(JsonFormatVisitable serializer, JavaType type) {
        if (type.isReferenceType()) {
            return shape(type.getContentType());
        }
        if (isOpen(type)) {
            return ANY;
        }
        return path.distance(type).map(up -> "^" + up).orElseGet(() -> {
            ShapeWriter inner = new ShapeWriter(path.into(type));
            inner.setContext(getContext());
            serializer.acceptJsonFormatVisitor(inner, type);
            return inner.text();
        });
    }

    private String shape(JavaType type) {
        return isOpen(type) ? ANY : shape(getContext().findValueSerializer(type), type);
    }

    @Override
    public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
        kind.append('[').append(shape(type.getContentType())).append(']');
        return super.expectArrayFormat(type);
    }

    @Override
    public JsonMapFormatVisitor expectMapFormat(JavaType type) {
        kind.append('<').append(shape(type.getKeyType())).append(',').append(shape(type.getContentType())).append('>');
        return super.expectMapFormat(type);
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
        scalar("text", type);
        return new JsonStringFormatVisitor.Base() {
            @Override
            public void enumTypes(Set<String> constants) {
                kind.append(new TreeSet<>(constants.stream().map(name -> name.length() + ":" + name).toList()));
            }
        };
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
        scalar("number", type);
        return super.expectNumberFormat(type);
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
        scalar("number", type);
        return super.expectIntegerFormat(type);
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
        scalar("truth", type);
        return super.expectBooleanFormat(type);
    }

    @Override
    public JsonNullFormatVisitor expectNullFormat(JavaType type) {
        scalar("null", type);
        return super.expectNullFormat(type);
    }

    @Override
    public JsonAnyFormatVisitor expectAnyFormat(JavaType type) {
        scalar(ANY, type);
        return super.expectAnyFormat(type);
    }

    private void scalar(String name, JavaType type) {
        String full = type.toCanonical();
        kind.append(name);
        if (type.isPrimitive() || full.startsWith("java.")) {
            kind.append('(').append(full).append(')');
        }
    }

    /** Whether all values of this type look the same, as far as it alone tells; to be asked after the visit. */
    boolean tells(JavaType type) {
        return type.isArrayType() ? tells(type.getContentType())
                : !type.isContainerType() && !isOpen(type) && !text().startsWith(ANY);
    }

    private boolean isOpen(JavaType type) {
        boolean isWhole = type.isConcrete() || type.isEnumType() || type.isContainerType() || type.isReferenceType();
        return !isWhole || type.isJavaLangObject() || getContext().findTypeSerializer(type) != null;
    }
}
