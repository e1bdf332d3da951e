package io.hexcache.infrastructure.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads items of MessagePack. Nothing is made room for before it is known to be there: no length counts that is larger
 * than what is left of the bytes.
 */
final class MessagePackInput {

    /** What takes as many digits as Jackson reads of a number in JSON, and the scale that it allows. */
    private static final int MAX_NUMBER_BYTES = 415;
    private static final int MAX_SCALE = 100_000;

    private final ByteBuffer in;
    private @Nullable Object value;
    private int length;

    MessagePackInput(Slice payload) {
        this.in = ByteBuffer.wrap(payload.array(), payload.offset(), payload.length());
    }

    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    /** What the last item is, if it is a number, a text or bytes. */
    @Nullable
    Object value() {
        return value;
    }

    /** How many entries the last item has, if it is a map or an array. */
    int length() {
        return length;
    }

    /** The next item, of a map or an array its head only. */
    JsonToken next() throws UnreadableEnvelopeException {
        int head = in.get() & 0xff;
        if (head < MessagePackHead.POSITIVE_BOUND || head >= MessagePackHead.NEGATIVE) {
            return number((int) (byte) head);
        }
        if (head < MessagePackHead.SMALL_ARRAY) {
            return map(head & 0x0f);
        }
        if (head < MessagePackHead.SMALL_STRING) {
            return array(head & 0x0f);
        }
        return head < MessagePackHead.NIL ? text(head & 0x1f) : large(head);
    }

    private JsonToken large(int head) throws UnreadableEnvelopeException {
        return switch (head) {
            case MessagePackHead.NIL -> JsonToken.VALUE_NULL;
            case MessagePackHead.FALSE -> JsonToken.VALUE_FALSE;
            case MessagePackHead.TRUE -> JsonToken.VALUE_TRUE;
            case MessagePackHead.BINARY, MessagePackHead.BINARY + 1, MessagePackHead.BINARY + 2 ->
                    binary(length(head - MessagePackHead.BINARY));
            case MessagePackHead.EXTENSION, MessagePackHead.EXTENSION + 1, MessagePackHead.EXTENSION + 2 ->
                    extension(length(head - MessagePackHead.EXTENSION));
            case MessagePackHead.FLOAT -> floating(in.getFloat());
            case MessagePackHead.DOUBLE -> floating(in.getDouble());
            case MessagePackHead.UNSIGNED -> number(in.get() & 0xff);
            case MessagePackHead.UNSIGNED + 1 -> number(in.getShort() & 0xffff);
            case MessagePackHead.UNSIGNED + 2 -> number(in.getInt() & 0xffff_ffffL);
            case MessagePackHead.UNSIGNED_LONG -> unsigned(in.getLong());
            case MessagePackHead.SIGNED -> number((int) in.get());
            case MessagePackHead.SIGNED + 1 -> number((int) in.getShort());
            case MessagePackHead.SIGNED + 2 -> number(in.getInt());
            case MessagePackHead.SIGNED + 3 -> number(in.getLong());
            case MessagePackHead.STRING, MessagePackHead.STRING + 1, MessagePackHead.STRING + 2 ->
                    text(length(head - MessagePackHead.STRING));
            case MessagePackHead.ARRAY, MessagePackHead.ARRAY + 1 -> array(length(head - MessagePackHead.ARRAY + 1));
            case MessagePackHead.MAP, MessagePackHead.MAP + 1 -> map(length(head - MessagePackHead.MAP + 1));
            default -> throw new UnreadableEnvelopeException("it holds an item of MessagePack that Hexcache never"
                    + " writes, with the head " + Integer.toHexString(head));
        };
    }

    /** The name of an entry of a map. */
    String name() throws UnreadableEnvelopeException {
        if (next() != JsonToken.VALUE_STRING || !(value instanceof String name)) {
            throw new UnreadableEnvelopeException("it holds a map whose keys are not texts");
        }
        return name;
    }

    private int length(int step) throws UnreadableEnvelopeException {
        long said = switch (step) {
            case 0 -> in.get() & 0xff;
            case 1 -> in.getShort() & 0xffff;
            default -> in.getInt() & 0xffff_ffffL;
        };
        return (int) there(said);
    }

    private long there(long bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return bytes;
    }

    /** Each item takes a byte or more. */
    private JsonToken map(int entries) {
        there(2L * entries);
        length = entries;
        return JsonToken.START_OBJECT;
    }

    private JsonToken array(int items) {
        length = (int) there(items);
        return JsonToken.START_ARRAY;
    }

    private JsonToken text(int bytes) {
        there(bytes);
        value = new String(in.array(), in.position(), bytes, StandardCharsets.UTF_8);
        in.position(in.position() + bytes);
        return JsonToken.VALUE_STRING;
    }

    private JsonToken binary(int bytes) {
        value = take(bytes);
        return JsonToken.VALUE_EMBEDDED_OBJECT;
    }

    private byte[] take(int bytes) {
        there(bytes);
        int from = in.position();
        in.position(from + bytes);
        return Arrays.copyOfRange(in.array(), from, from + bytes);
    }

    private JsonToken number(int number) {
        value = number;
        return JsonToken.VALUE_NUMBER_INT;
    }

    private JsonToken number(long number) {
        if ((int) number == number) {
            return number((int) number);
        }
        value = number;
        return JsonToken.VALUE_NUMBER_INT;
    }

    private JsonToken unsigned(long number) {
        if (number >= 0) {
            return number(number);
        }
        value = new BigInteger(Long.toUnsignedString(number));
        return JsonToken.VALUE_NUMBER_INT;
    }

    private JsonToken floating(Number number) {
        value = number;
        return JsonToken.VALUE_NUMBER_FLOAT;
    }

    private JsonToken extension(int bytes) throws UnreadableEnvelopeException {
        byte type = in.get();
        if (type == MessagePackHead.BIG_INTEGER) {
            value = digits(bytes);
            return JsonToken.VALUE_NUMBER_INT;
        }
        if (type != MessagePackHead.BIG_DECIMAL) {
            throw new UnreadableEnvelopeException("it holds an extension of MessagePack of the unknown type " + type);
        }
        int scale = in.getInt();
        if (Math.abs((long) scale) > MAX_SCALE) {
            throw new UnreadableEnvelopeException("it holds a number of the scale " + scale);
        }
        return floating(new BigDecimal(digits(bytes - Integer.BYTES), scale));
    }

    private BigInteger digits(int bytes) throws UnreadableEnvelopeException {
        if (bytes < 1 || bytes > MAX_NUMBER_BYTES) {
            throw new UnreadableEnvelopeException("it holds a number of " + bytes + " bytes");
        }
        return new BigInteger(take(bytes));
    }
}
