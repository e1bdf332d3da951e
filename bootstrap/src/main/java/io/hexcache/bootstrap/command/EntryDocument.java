package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.configuration.DurationText;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
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
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
        try {
            JsonNode node = json.readTree(value);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException notJson) {
            // Nothing is lost: what is said below says what to type instead.
        }
        throw new UsageException(
                "JSON is not legal JSON; a text needs its own quotes inside those of the shell, such as '\"hello\"'");
    }

    private static String checked(String ttl) {
        if (DurationText.read(ttl).isEmpty()) {
            throw new UsageException("--ttl '%s' is not a duration; write 250ms, 30s, 5m, 1h or 7d".formatted(ttl));
        }
        return ttl;
    }
}
