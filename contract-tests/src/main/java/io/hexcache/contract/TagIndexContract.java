package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.key;

import io.hexcache.domain.port.TagIndex;
import io.hexcache.domain.port.TagMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of {@link TagIndex}: what is listed, for how long, what is taken off, failures. An adapter extends this
 * class in its tests and says how its indexes are made, and how time passes for them.
 */
public abstract class TagIndexContract implements TagListingTests, TagLifeTests, TagRemovalTests {

    private TagIndex index;

    @BeforeEach
    final void openIndex() {
        index = emptyIndex();
    }

    @Override
    public final TagIndex index() {
        return index;
    }

    @TestFactory
    final Stream<DynamicTest> unreachable_anyOperation_throwsConnectionError() {
        Map<String, Consumer<TagIndex>> operations = new LinkedHashMap<>();
        operations.put("add", away -> away.add(Set.of(TAG), key("a"), LONG));
        operations.put("members", away -> away.members(TAG, 1));
        operations.put("removeUnchanged", away -> away.removeUnchanged(TAG, List.of(new TagMember(key("a"), 1))));
        operations.put("size", away -> away.size(TAG));
        return Unreachable.tests(unreachableIndex(), operations);
    }
}
