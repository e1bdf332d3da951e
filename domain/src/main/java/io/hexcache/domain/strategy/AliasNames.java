package io.hexcache.domain.strategy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.Namespace;
import java.util.regex.Pattern;

/**
 * Where the aliases of a namespace are kept: for {@code user} and the alias {@code email}, in its child
 * {@code user.alias-email}, which goes with it wherever a namespace goes with its children. Nobody else may declare a
 * namespace with such a segment, so no identifier is ever taken for an alias.
 */
public final class AliasNames {

    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern RESERVED = Pattern.compile("(.*\\.)?alias-.*");

    private AliasNames() {}

    /** The namespace of the entries that lead from these aliases to identifiers. */
    public static Namespace namespace(Namespace owner, String alias) {
        if (!LEGAL.matcher(alias).matches()) {
            throw new CacheConfigurationException("an alias of namespace " + owner + " has an illegal name of "
                    + alias.length() + " characters; write [a-z][a-z0-9-]*, such as 'email'");
        }
        return new Namespace(owner.name() + ".alias-" + alias);
    }

    /** Refuses a namespace that could hold aliases. */
    public static void checkFree(Namespace namespace) {
        if (RESERVED.matcher(namespace.name()).matches()) {
            throw new CacheConfigurationException("namespace " + namespace + " has a segment that begins with 'alias-',"
                    + " where the cache keeps aliases; choose another name");
        }
    }
}
