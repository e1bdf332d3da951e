package io.hexcache.contract.server;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@link EveryOtherRedis} does. */
final class EveryOtherRedisExtension implements ClassTemplateInvocationContextProvider {

    private final RedisSearch search;

    /** For JUnit. */
    EveryOtherRedisExtension() {
        this(RedisSearch.everywhere());
    }

    EveryOtherRedisExtension(RedisSearch search) {
        this.search = search;
    }

    /** One program, which takes the place of the one that all other tests of this JVM run on. */
    private record On(RedisBinary binary, RedisSearch search) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return "on " + binary.version() + " (" + binary.kind() + ")";
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            SharedRedis.override(context, search.only(binary));
        }
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return search.otherBinaries().stream().map(binary -> new On(binary, search));
    }

    /** Else JUnit fails where no program has another version. */
    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return !search.isMandatory();
    }
}
