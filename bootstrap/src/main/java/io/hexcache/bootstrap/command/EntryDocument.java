package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.configuration.DurationText;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The value that {@code set} stores, and how.
 *
 * @param value as it was typed: JSON
 */
record EntryDocument(String value, Optional<String> ttl, List<String> tags) {

    /** The body of the request. */
    JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("value", parsedValue());
        ttl.ifPresent(text -> document.put("ttl", checked(text)));
        if (!tags.isEmpty()) {
            ArrayNode array = document.putArray("tags");
            tags.forEach(array::add);
        }
        return document;
    }

    private JsonNode parsedValue() {
        JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            JsonNode node = json.readTree(value);
            if (!node.isMissingNode()) {
                return node;
            }
            throw notLegal("it is empty");
        } catch (JacksonException notJson) {
            throw notLegal(notJson.getOriginalMessage());
        } catch (ArithmeticException | NumberFormatException beyondBounds) {
            throw new UsageException("JSON has a number that is too large; write a smaller one, or a text");
        }
    }

    private static UsageException notLegal(String reason) {
        return new UsageException(("JSON is not legal JSON (%s); a text needs its own quotes inside those of the shell,"
                + " such as '\"hello\"'").formatted(reason));
    }

    private static String checked(String ttl) {
        if (DurationText.read(ttl).isEmpty()) {
            throw new UsageException("--ttl '%s' is not a duration; write 250ms, 30s, 5m, 1h or 7d".formatted(ttl));
        }
        return ttl;
    }
}
