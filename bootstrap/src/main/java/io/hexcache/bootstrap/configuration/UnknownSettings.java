package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds what a file sets and nobody knows, so that a typing error is not taken for silence. */
final class UnknownSettings {

    private final ConfigObject file;
    private final List<Setting<?>> known;

    UnknownSettings(Config file) {
        this.file = file.root();
        this.known = new ArrayList<>(KnownSettings.ALL);
        for (String namespace : DeclaredNamespaces.names(file)) {
            NamespaceSettings.ALL.forEach(setting -> known.add(setting.within(DeclaredNamespaces.path(namespace))));
        }
    }

    /** Refuses the first of them, by line. */
    void refuse() {
        refuseIn(file, List.of());
    }

    private void refuseIn(ConfigObject group, List<String> path) {
        List<Map.Entry<String, ConfigValue>> byLine = new ArrayList<>(group.entrySet());
        byLine.sort(Comparator.comparingInt(member -> member.getValue().origin().lineNumber()));
        for (Map.Entry<String, ConfigValue> member : byLine) {
            List<String> inside = new ArrayList<>(path);
            inside.add(member.getKey());
            check(inside, member.getValue());
        }
    }

    private void check(List<String> at, ConfigValue value) {
        String path = ConfigUtil.joinPath(at);
        if (isGroup(path)) {
            checkGroup(at, value);
        } else if (isTtlRules(at)) {
            TtlRuleList.read(path, value);
        } else if (known.stream().anyMatch(setting -> setting.path().equals(path))) {
            checkSingle(path, value);
        } else {
            throw new InvalidConfigurationException("%s (%s) is not a setting; %s".formatted(path, Origins.of(value),
                    hint(at)));
        }
    }

    private static boolean isTtlRules(List<String> at) {
        int depth = switch (at.getFirst()) {
            case NamespaceSettings.DEFAULTS -> 2;
            case NamespaceSettings.GROUP -> 3;
            default -> 0;
        };
        return at.size() == depth && at.getLast().equals(TtlRuleList.NAME);
    }

    private boolean isGroup(String path) {
        return path.equals(NamespaceSettings.GROUP) || known.stream().anyMatch(setting -> setting.path().startsWith(path
                + "."));
    }

    private void checkGroup(List<String> at, ConfigValue value) {
        if (!(value instanceof ConfigObject group)) {
            String path = ConfigUtil.joinPath(at);
            throw new InvalidConfigurationException(
                    "%s (%s) is a group of settings and takes no value; write %s { ... }"
                            .formatted(path, Origins.of(value), path));
        }
        refuseIn(group, at);
    }

    private static void checkSingle(String path, ConfigValue value) {
        switch (value.valueType()) {
            case STRING, NUMBER, BOOLEAN -> {
                // What it can be is checked once all sources are merged.
            }
            case NULL, LIST, OBJECT ->
                    throw new InvalidConfigurationException("%s (%s) takes one value, not null, a list or a group"
                            .formatted(path, Origins.of(value)));
        }
    }

    private static String hint(List<String> at) {
        if (at.size() > 2 && at.getFirst().equals(NamespaceSettings.GROUP)) {
            return "a namespace has %s, ttl-rules; one with a dot in its name needs quotes: \"%s.%s\"".formatted(names(
                    NamespaceSettings.ALL), at.get(1), at.get(2));
        }
        return "there are " + names(KnownSettings.ALL) + ", " + NamespaceSettings.DEFAULTS + "." + TtlRuleList.NAME
                + " and " + NamespaceSettings.GROUP + " { ... }";
    }

    private static String names(List<Setting<?>> settings) {
        return String.join(", ", settings.stream().map(Setting::path).toList());
    }
}
