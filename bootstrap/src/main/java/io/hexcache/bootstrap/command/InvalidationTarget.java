package io.hexcache.bootstrap.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an invalidation is about: exactly one of these.
 *
 * @param keys with or without version
 * @param tags entries that carry any of them
 */
record InvalidationTarget(List<String> keys, Optional<String> pattern, Optional<String> prefix,
        Optional<String> namespace, List<String> tags) {

    /** The body of the request. */
    JsonNode document() {
        List<Map.Entry<String, JsonNode>> given = Stream.of(Map.entry("keys", list(keys)), Map.entry("pattern", single(
                pattern)), Map.entry("prefix", single(prefix)), Map.entry("namespace", single(namespace)), Map.entry(
                        "tags", list(tags)))
                .filter(part -> !part.getValue().isMissingNode()).toList();
        if (given.size() != 1) {
            throw new UsageException("give exactly one of --key, --pattern, --prefix, --namespace and --tag; "
                    + given.size() + " are given");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        return document.set(given.getFirst().getKey(), given.getFirst().getValue());
    }

    private static JsonNode list(List<String> texts) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return texts.isEmpty() ? nodes.missingNode()
                : nodes.arrayNode().addAll(texts.stream().<JsonNode>map(
                        nodes::stringNode).toList());
    }

    private static JsonNode single(Optional<String> text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return text.<JsonNode>map(nodes::stringNode).orElseGet(nodes::missingNode);
    }
}
