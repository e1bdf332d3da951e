package io.hexcache.infrastructure.http;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in the words of the sender, never in those of Java, why a body could not be read, and where. */
final class UnreadableBody {

    /** From here on Jackson's messages speak of its own settings and sources. */
    private static final Pattern INTERNALS = Pattern.compile(
            "(?s)(: enable| \\(not recognized| \\(start marker|\\[Source|`| at \\[|\\R).*");

    /** How Jackson words a limit: what, how much it is, how much it may be. */
    private static final Pattern EXCESS = Pattern.compile(
            "^([\\w ]+) \\((-?\\d+)\\).* exceeds the maximum allowed \\((\\d+)");

    private UnreadableBody() {}

    /** The refusal; a refusal that the body's own record threw stands for itself. */
    static RuntimeException explain(JacksonException unreadable) {
        if (unreadable instanceof ValueInstantiationException refused
                && refused.getCause() instanceof RuntimeException reason) {
            return reason instanceof IllegalArgumentException
                    ? refusal(Problem.of(422, reason), unreadable)
                    : reason;
        }
        return refusal(Problem.of(400, detail(unreadable)), unreadable);
    }

    private static String detail(JacksonException unreadable) {
        return switch (unreadable) {
            case StreamConstraintsException excess -> excess(excess.getOriginalMessage());
            case InputCoercionException outOfRange -> field(unreadable) + " must be " + kind(outOfRange.getTargetType())
                    + " within its range";
            case StreamReadException syntax -> "the body is not JSON: " + INTERNALS.matcher(syntax.getOriginalMessage())
                    .replaceFirst("");
            case UnrecognizedPropertyException _ -> field(unreadable) + " is not known here";
            case MismatchedInputException mismatched -> mismatch(mismatched);
            default -> field(unreadable) + " cannot be read";
        };
    }

    private static String excess(String message) {
        if (message.startsWith("Document nesting depth")) {
            return "the body is nested deeper than %d levels, which is the limit".formatted(StrictJson.MAX_NESTING);
        }
        if (message.startsWith("Number value length")) {
            return "the body has a number longer than %d characters, which is the limit"
                    .formatted(StrictJson.MAX_NUMBER_LENGTH);
        }
        Matcher other = EXCESS.matcher(message);
        return other.find()
                ? "the body is beyond a limit: %s is %s, at most %s is taken".formatted(
                        other.group(1).toLowerCase(Locale.ROOT), other.group(2), other.group(3))
                : "the body is beyond a limit: " + INTERNALS.matcher(message).replaceFirst("");
    }

    private static String mismatch(MismatchedInputException mismatched) {
        String field = field(mismatched);
        String message = mismatched.getOriginalMessage();
        if (message.startsWith("Missing required")) {
            return field + " is missing";
        }
        if (message.startsWith("Trailing token")) {
            return "the body goes on behind its JSON value; send one value only";
        }
        return mismatched.getTargetType() == null || message.startsWith("Null value for creator")
                ? field + " must not be null"
                : field + " must be " + kind(mismatched.getTargetType());
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == float.class || type == BigDecimal.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of another form";
    }

    private static RequestRefused refusal(Problem problem, JacksonException unreadable) {
        TokenStreamLocation place = unreadable.getLocation();
        Optional<Problem.Position> position = place == null || place.getLineNr() < 1
                ? Optional.empty()
                : Optional.of(new Problem.Position(place.getLineNr(), place.getColumnNr()));
        return new RequestRefused(problem.at(pointer(unreadable), position));
    }

    private static String field(JacksonException unreadable) {
        String pointer = pointer(unreadable);
        return pointer.isEmpty() ? "the body" : "field " + pointer;
    }

    private static String pointer(JacksonException unreadable) {
        return unreadable.getPath().stream().map(step -> "/" + (step.getPropertyName() == null
                ? Integer.toString(step.getIndex())
                : step.getPropertyName().replace("~", "~0").replace("/", "~1"))).collect(Collectors.joining());
    }
}
