package io.hexcache.infrastructure.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.util.SimpleStreamReadContext;

/** Items of MessagePack as Jackson's tokens, one at a time. */
final class MessagePackParser extends ParserMinimalBase {

    private final MessagePackInput in;
    private final StreamReadConstraints limits;
    private final NestedLengths left = new NestedLengths();
    private SimpleStreamReadContext context = SimpleStreamReadContext.createRootContext(null);

    MessagePackParser(Slice payload, StreamReadConstraints limits) {
        super(ObjectReadContext.empty());
        this.in = new MessagePackInput(payload);
        this.limits = limits;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        try {
            if (context.inRoot()) {
                return in.isAtEnd() ? _updateTokenToNull() : value();
            }
            if (left.isEnded()) {
                return end();
            }
            left.next();
            if (context.inObject() && _currToken != JsonToken.PROPERTY_NAME) {
                context.setCurrentName(in.name());
                return _updateToken(JsonToken.PROPERTY_NAME);
            }
            return value();
        } catch (BufferUnderflowException torn) {
            return _reportError("it ends within an item of MessagePack");
        } catch (UnreadableEnvelopeException foreign) {
            return _reportError(foreign.reason());
        }
    }

    private JsonToken value() throws UnreadableEnvelopeException {
        context.valueRead();
        JsonToken token = in.next();
        if (token == JsonToken.START_OBJECT) {
            begin(context.createChildObjectContext(-1, -1), 2L * in.length());
        } else if (token == JsonToken.START_ARRAY) {
            begin(context.createChildArrayContext(-1, -1), in.length());
        }
        return _updateToken(token);
    }

    private void begin(SimpleStreamReadContext child, long items) {
        context = child;
        limits.validateNestingDepth(context.getNestingDepth());
        left.begin(items);
    }

    private JsonToken end() {
        JsonToken token = context.inObject() ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        left.end();
        context = context.clearAndGetParent();
        return _updateToken(token);
    }

    @Override
    public @Nullable String getString() {
        return switch (_currToken) {
            case null -> null;
            case PROPERTY_NAME -> context.currentName();
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> String.valueOf(in.value());
            default -> _currToken.asString();
        };
    }

    @Override
    public char[] getStringCharacters() {
        return String.valueOf(getString()).toCharArray();
    }

    @Override
    public int getStringLength() {
        return String.valueOf(getString()).length();
    }

    @Override
    public int getStringOffset() {
        return 0;
    }

    @Override
    public boolean hasStringCharacters() {
        return false;
    }

    @Override
    public @Nullable Object getEmbeddedObject() {
        return _currToken == JsonToken.VALUE_EMBEDDED_OBJECT ? in.value() : null;
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) {
        return in.value() instanceof byte[] data ? data : variant.decode(String.valueOf(getString()));
    }

    @Override
    public Number getNumberValue() {
        if (in.value() instanceof Number number && _currToken.isNumeric()) {
            return number;
        }
        throw _constructNotNumericType(_currToken, NR_UNKNOWN);
    }

    @Override
    public NumberType getNumberType() {
        return switch (getNumberValue()) {
            case Integer _ -> NumberType.INT;
            case Long _ -> NumberType.LONG;
            case BigInteger _ -> NumberType.BIG_INTEGER;
            case Float _ -> NumberType.FLOAT;
            case Double _ -> NumberType.DOUBLE;
            default -> NumberType.BIG_DECIMAL;
        };
    }

    @Override
    public boolean isNaN() {
        return _currToken == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(getNumberValue().doubleValue())
                && !(getNumberValue() instanceof BigDecimal);
    }

    @Override
    public int getIntValue() {
        long value = getLongValue();
        if (value != (int) value) {
            _reportOverflowInt();
        }
        return (int) value;
    }

    @Override
    public long getLongValue() {
        Number number = getNumberValue();
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        BigDecimal exact = getDecimalValue();
        if (exact.compareTo(BD_MIN_LONG) < 0 || exact.compareTo(BD_MAX_LONG) > 0) {
            _reportOverflowLong();
        }
        return exact.longValue();
    }

    @Override
    public BigInteger getBigIntegerValue() {
        return getNumberValue() instanceof BigInteger number ? number : getDecimalValue().toBigInteger();
    }

    @Override
    public BigDecimal getDecimalValue() {
        if (isNaN()) {
            return _reportError("a number that is none, or endless, is asked for as a decimal");
        }
        return switch (getNumberValue()) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Float number -> new BigDecimal(number.toString());
            case Double number -> new BigDecimal(number.toString());
            case Number number -> BigDecimal.valueOf(number.longValue());
        };
    }

    @Override
    public float getFloatValue() {
        return getNumberValue().floatValue();
    }

    @Override
    public double getDoubleValue() {
        return getNumberValue().doubleValue();
    }

    @Override
    public TokenStreamContext streamReadContext() {
        return context;
    }

    @Override
    public @Nullable String currentName() {
        return _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY
                ? context.getParent().currentName()
                : context.currentName();
    }

    @Override
    public @Nullable Object currentValue() {
        return context.currentValue();
    }

    @Override
    public void assignCurrentValue(@Nullable Object value) {
        context.assignCurrentValue(value);
    }

    @Override
    public StreamReadConstraints streamReadConstraints() {
        return limits;
    }

    @Override
    public TokenStreamLocation currentLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public TokenStreamLocation currentTokenLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public Object streamReadInputSource() {
        return in;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    protected void _handleEOF() {}

    @Override
    protected void _closeInput() {}

    @Override
    protected void _releaseBuffers() {}
}
