package io.hexcache.infrastructure.jackson;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.exc.StreamWriteException;

/** Jackson's tokens of one value as items of MessagePack. */
final class MessagePackWriter {

    private final JsonParser tokens;
    private final MessagePackOutput out;

    MessagePackWriter(JsonParser tokens, GrowingBytes bytes) {
        this.tokens = tokens;
        this.out = new MessagePackOutput(bytes);
    }

    /** Writes all of it; throws where MessagePack has no form for something. */
    void write() {
        value(tokens.nextToken(), 0);
    }

    private void value(JsonToken token, int depth) {
        switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> out.text(utf8(tokens.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE, VALUE_FALSE -> out.truth(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> out.nil();
            case VALUE_EMBEDDED_OBJECT -> embedded();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME ->
                    throw new IllegalStateException("Jackson wrote " + token + " where a value begins");
        }
    }

    private void object(int depth) {
        StreamWriteConstraints.defaults().validateNestingDepth(depth);
        int gap = out.open();
        int size = 0;
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            out.text(utf8(tokens.currentName()));
            value(tokens.nextToken(), depth);
            size++;
        }
        out.closeMap(gap, size);
    }

    private void array(int depth) {
        StreamWriteConstraints.defaults().validateNestingDepth(depth);
        int gap = out.open();
        int size = 0;
        for (JsonToken token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
            value(token, depth);
            size++;
        }
        out.closeArray(gap, size);
    }

    private void number() {
        switch (tokens.getNumberType()) {
            case INT, LONG -> out.number(tokens.getLongValue());
            case BIG_INTEGER -> out.number(tokens.getBigIntegerValue());
            case FLOAT -> out.number(tokens.getFloatValue());
            case DOUBLE -> out.number(tokens.getDoubleValue());
            case BIG_DECIMAL -> out.number(tokens.getDecimalValue());
        }
    }

    private void embedded() {
        switch (tokens.getEmbeddedObject()) {
            case null -> out.nil();
            case byte[] data -> out.binary(data);
            case Object other -> throw new StreamWriteException(null, "a " + other.getClass().getName()
                    + " within it has no form in MessagePack");
        }
    }

    /** Java would write half a surrogate pair as a question mark, and another value would come back. */
    private static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new StreamWriteException(null, "a text within it has half a surrogate pair at position "
                            + i);
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
