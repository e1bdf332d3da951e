package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.Namespace;
import java.util.List;

/** The namespaces that a configuration names. */
final class DeclaredNamespaces {

    private DeclaredNamespaces() {}

    /** Their names, as they are written. */
    static List<String> names(Config config) {
        boolean isGroup = config.root().get(NamespaceSettings.GROUP) instanceof ConfigObject;
        return isGroup ? config.getObject(NamespaceSettings.GROUP).keySet().stream().sorted().toList() : List.of();
    }

    /** Where the settings of a namespace are. */
    static String path(String namespace) {
        return ConfigUtil.joinPath(NamespaceSettings.GROUP, namespace);
    }

    /** The namespaces, if their names are legal. */
    static List<Namespace> read(Config config) {
        return names(config).stream().map(name -> read(config, name)).toList();
    }

    private static Namespace read(Config config, String name) {
        try {
            return new Namespace(name);
        } catch (InvalidKeyException notLegal) {
            throw new InvalidConfigurationException("%s (%s): %s".formatted(path(name),
                    Origins.of(config.getValue(path(name))), notLegal.getMessage()));
        }
    }
}
