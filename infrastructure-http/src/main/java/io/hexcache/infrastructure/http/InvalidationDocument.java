package io.hexcache.infrastructure.http;

import io.hexcache.application.management.ManagementCommand;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be invalidated, as the body of a request: exactly one of these. */
record InvalidationDocument(Optional<String> key, Optional<List<String>> keys, Optional<String> pattern,
        Optional<String> prefix, Optional<String> namespace, Optional<List<String>> tags) {

    /** The command that it stands for; names that are not legal are refused before anything is done. */
    ManagementCommand command() {
        List<ManagementCommand> commands = new ArrayList<>();
        key.ifPresent(one -> commands.add(keysCommand(List.of(one))));
        keys.ifPresent(many -> commands.add(keysCommand(many)));
        pattern.ifPresent(glob -> commands.add(new ManagementCommand.InvalidatePattern(KeyPattern.of(glob))));
        prefix.ifPresent(text -> commands.add(prefixCommand(text)));
        namespace.ifPresent(name -> commands.add(new ManagementCommand.InvalidateNamespace(new Namespace(name))));
        tags.ifPresent(names -> commands.add(tagsCommand(names)));
        if (commands.size() != 1) {
            throw new RequestRefused(422,
                    "the body has %d of key, keys, pattern, prefix, namespace and tags; it must "
                            .formatted(commands.size()) + "have exactly one");
        }
        return commands.getFirst();
    }

    private static ManagementCommand keysCommand(List<String> keys) {
        // What decides is the namespace's own key version; whether a name can be a key does not depend on it.
        return new ManagementCommand.InvalidateKeys(checked(keys));
    }

    private static List<String> checked(List<String> keys) {
        new KeySelection.Keys(keys.stream().map(key -> CacheKey.parse(key, 0)).collect(Collectors.toSet()));
        return keys;
    }

    private static ManagementCommand prefixCommand(String prefix) {
        return new ManagementCommand.InvalidatePrefix(new KeySelection.StartingWith(prefix).prefix());
    }

    private static ManagementCommand tagsCommand(List<String> tags) {
        return new ManagementCommand.InvalidateTags(new KeySelection.Tagged(tags.stream().map(Tag::new).collect(
                Collectors.toSet())).tags());
    }
}
