package io.hexcache.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.Caches;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.example.catalog.product.CategoryListing;
import io.hexcache.example.catalog.product.Product;
import io.hexcache.example.catalog.sql.SqliteCatalog;
import io.hexcache.example.catalog.sql.SqliteFile;
import io.hexcache.example.catalog.web.ProductDocument;
import io.hexcache.infrastructure.memory.InProcessBusHub;
import io.hexcache.infrastructure.memory.MemoryAdapters;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of two nodes that share a database, an L2 and a bus. */
class CatalogFeatureTest {

    @TempDir
    Path directory;

    private SqliteCatalog database;
    private CountingDataSource dataSource;
    private Caches caches;
    private CatalogFeature feature;
    private RouteClient node;
    private RouteClient otherNode;

    @BeforeEach
    void open() {
        database = SqliteFile.in(directory);
        dataSource = new CountingDataSource(SqliteFile.dataSource(database));
        MemoryAdapters memory = TestNode.memory();
        InProcessBusHub hub = TestNode.hub();
        caches = TestNode.caches(memory, hub.connect());
        feature = CatalogFeature.open(database, dataSource, caches);
        node = new RouteClient(feature.routes());
        otherNode = new RouteClient(CatalogFeature.open(database, dataSource, TestNode.caches(memory, hub.connect()))
                .routes());
    }

    @Test
    void get_databaseThatDoesNotAnswer_isRefusedWith503WhileCopiesAreServed() throws SQLException {
        node.get("1");
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE product RENAME TO elsewhere");
        }

        assertThatExceptionOfType(RouteRefusal.class).isThrownBy(() -> node.get("2"))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThat(tier(node.get("1"))).isEqualTo(Tier.L1);
    }

    @Test
    void put_refusedBecauseTheCopyWasOutdated_letsTheNextReadSeeTheRow() throws SQLException {
        Product copy = (Product) node.get("1").body().orElseThrow();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE product SET version = 5 WHERE id = 1");
        }

        assertThatExceptionOfType(RouteRefusal.class).isThrownBy(() -> node.put("1", new ProductDocument(copy.id(), copy
                .name(), copy.category(), 1, copy.stock(), copy.version()))).satisfies(refusal -> assertThat(refusal
                        .status()).isEqualTo(409));
        assertThat(((Product) node.get("1").body().orElseThrow()).version()).isEqualTo(5);
    }

    @Test
    void get_productThreeTimes_comesFromSourceThenL1ThenOtherNodesL2() {
        RouteReply first = node.get("1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains(new Product(1, "Alder Kettle", "kitchen", 3399, 0, 1));
        assertThat(tier(first)).isEqualTo(Tier.SOURCE);
        assertThat(tier(node.get("1"))).isEqualTo(Tier.L1);
        assertThat(tier(otherNode.get("1"))).isEqualTo(Tier.L2);
    }

    @Test
    void get_hundredWarmReads_causeNoStatement() {
        int before = dataSource.connections();
        node.get("1");
        list(node, "kitchen");
        int warm = dataSource.connections();
        assertThat(warm).as("the cold reads are counted").isEqualTo(before + 2);

        for (int i = 0; i < 100; i++) {
            assertThat(tier(node.get("1"))).isEqualTo(Tier.L1);
            assertThat(list(node, "kitchen")).hasSize(100);
        }

        assertThat(dataSource.connections()).isEqualTo(warm);
    }

    @Test
    void get_unknownProduct_isNotFoundAndAsksTheDatabaseOnce() {
        int before = dataSource.connections();

        for (int i = 0; i < 5; i++) {
            assertRefused(404, () -> node.get("9223372036854775807"), "there is no product 9223372036854775807");
        }

        assertThat(dataSource.connections()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "01", "1.0", "1e3", "abc", " 1", "\uFF11", "9223372036854775808",
            "10000000000000000000", "../1", "1\u0000"})
    void get_idThatIsNone_isRefusedBeforeAnythingIsAsked(String id) {
        int before = dataSource.connections();

        assertRefused(422, () -> node.get(id), "decimal number from 1 to 9223372036854775807");
        assertRefused(422, () -> node.put(id, document(1, 1)), "decimal number");
        assertRefused(422, () -> node.delete(id), "decimal number");
        assertThat(dataSource.connections()).isEqualTo(before);
    }

    @Test
    void list_category_holdsItsProducts() {
        RouteReply reply = node.list(Map.of("category", "kitchen"));

        assertThat(reply.body()).get().isInstanceOfSatisfying(CategoryListing.class, listing -> {
            assertThat(listing.category()).isEqualTo("kitchen");
            assertThat(listing.products()).hasSize(100).contains(new Product(1, "Alder Kettle", "kitchen", 3399, 0, 1));
        });
        assertThat(tier(reply)).isEqualTo(Tier.SOURCE);
        assertThat(tier(node.list(Map.of("category", "kitchen")))).isEqualTo(Tier.L1);
        assertThat(tier(otherNode.list(Map.of("category", "kitchen")))).isEqualTo(Tier.L2);
    }

    @Test
    void list_invalidatedByTag_isLoadedAgain() {
        list(node, "kitchen");
        list(node, "tools");

        long removed = caches.invalidate(new KeySelection.Tagged(Set.of(new Tag("category:kitchen")))).removed();

        assertThat(removed).isEqualTo(1);
        assertThat(tier(node.list(Map.of("category", "kitchen")))).isEqualTo(Tier.SOURCE);
        assertThat(tier(node.list(Map.of("category", "tools")))).isEqualTo(Tier.L1);
    }

    @Test
    void list_withoutCategory_isRefused() {
        assertRefused(422, () -> node.list(Map.of()), "name a category");
        assertRefused(422, () -> node.list(Map.of("category", " ")), "name a category");
    }

    @Test
    void list_unknownParameter_isRefused() {
        assertRefused(422, () -> node.list(Map.of("category", "kitchen", "sort", "name")), "by category only");
        assertRefused(422, () -> node.list(Map.of("Category", "kitchen")), "by category only");
    }

    @Test
    void list_unknownCategory_isNotFound() {
        assertRefused(404, () -> node.list(Map.of("category", "no-such")), "no such category");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kitchen", "kit chen", "9a", "a_b", "*", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void list_categoryThatCannotBe_isNotFoundWithoutAStatement(String category) {
        int before = dataSource.connections();

        assertRefused(404, () -> node.list(Map.of("category", category)), "no such category");
        assertThat(dataSource.connections()).isEqualTo(before);
    }

    @Test
    void put_documentOfGet_storesTheNextVersionForBothNodes() {
        otherNode.get("1");
        node.get("1");

        RouteReply reply = node.put("1", document(1, 1));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(stored(1, 2));
        assertThat(reply.completion()).contains(Completion.COMPLETE);
        assertThat(reply.origin()).isEmpty();
        assertThat(node.get("1").body()).contains(stored(1, 2));
        assertThat(otherNode.get("1").body()).contains(stored(1, 2));
    }

    @Test
    void put_anotherId_isRefused() {
        assertRefused(422, () -> node.put("2", document(1, 1)), "the document has id 1, the address 2");
        assertUnchanged("1");
        assertUnchanged("2");
    }

    @Test
    void put_brokenRules_areAllNamed() {
        assertRefused(422, () -> node.put("1", new ProductDocument(1, "\u0007", "Kitchen Things", -1, -2, 1)),
                "name must be Unicode without control characters", "category must be a lower-case letter",
                "priceCents must be 0 or more", "stock must be 0 or more");
        assertUnchanged("1");
    }

    @Test
    void put_anotherVersion_isAConflictThatNamesTheCurrentOne() {
        node.put("1", document(1, 1));

        for (long version : new long[]{1, 3, 0, -1, Long.MAX_VALUE}) {
            assertRefused(409, () -> node.put("1", document(1, version)), "product 1 is at version 2, not " + version);
        }
    }

    @Test
    void put_unknownProduct_isNotFound() {
        assertRefused(404, () -> node.put("5000", document(5000, 1)), "there is no product 5000");
        assertRefused(404, () -> node.get("5000"), "there is no product 5000");
    }

    @Test
    void put_intoAnotherCategory_refreshesBothListsOnBothNodes() {
        for (RouteClient reader : List.of(node, otherNode)) {
            assertThat(list(reader, "kitchen")).hasSize(100);
            assertThat(list(reader, "tools")).hasSize(100);
        }

        node.put("1", new ProductDocument(1, "Hammer", "tools", 1, 1, 1));

        for (RouteClient reader : List.of(node, otherNode)) {
            assertThat(list(reader, "kitchen")).hasSize(99).noneMatch(product -> product.id() == 1);
            assertThat(list(reader, "tools")).hasSize(101).contains(new Product(1, "Hammer", "tools", 1, 1, 2));
        }
    }

    @Test
    void put_intoACategoryKnownNotToExist_makesIt() {
        assertRefused(404, () -> node.list(Map.of("category", "brand-new")), "no such category");
        assertRefused(404, () -> otherNode.list(Map.of("category", "brand-new")), "no such category");

        node.put("1", new ProductDocument(1, "Kettle", "brand-new", 1, 1, 1));

        assertThat(list(node, "brand-new")).hasSize(1);
        assertThat(list(otherNode, "brand-new")).hasSize(1);
    }

    @Test
    void put_lastProductOutOfACategory_endsIt() {
        node.put("1", new ProductDocument(1, "Kettle", "brief", 1, 1, 1));
        assertThat(list(otherNode, "brief")).hasSize(1);

        node.put("1", new ProductDocument(1, "Kettle", "kitchen", 1, 1, 2));

        assertRefused(404, () -> otherNode.list(Map.of("category", "brief")), "no such category");
    }

    @Test
    void delete_product_isGoneFromBothNodesAndTheirLists() {
        for (RouteClient reader : List.of(node, otherNode)) {
            reader.get("1");
            list(reader, "kitchen");
        }

        RouteReply reply = node.delete("1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(Map.of("deleted", true));
        assertThat(reply.completion()).contains(Completion.COMPLETE);
        for (RouteClient reader : List.of(node, otherNode)) {
            assertRefused(404, () -> reader.get("1"), "there is no product 1");
            assertThat(list(reader, "kitchen")).hasSize(99).noneMatch(product -> product.id() == 1);
        }
        assertRefused(404, () -> node.delete("1"), "there is no product 1");
        assertRefused(404, () -> node.put("1", document(1, 1)), "there is no product 1");
    }

    @Test
    void put_byManyThreads_exactlyOneWinsEachVersion() throws Exception {
        int threads = 8;
        int rounds = 20;

        List<List<Long>> wonByThread = Concurrently.run(threads, () -> {
            List<Long> won = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                replaceCurrent().ifPresent(won::add);
            }
            return won;
        });

        List<Long> won = wonByThread.stream().flatMap(List::stream).sorted().toList();
        assertThat(won).hasSizeGreaterThanOrEqualTo(rounds).doesNotHaveDuplicates();
        assertThat(won.getLast()).as("no version is left out").isEqualTo(won.size() + 1);
        assertThat(product(node.get("1")).version()).isEqualTo(won.getLast());
        assertThat(product(otherNode.get("1")).version()).isEqualTo(won.getLast());
    }

    /** The version that this thread made, if nobody else was faster. */
    private Optional<Long> replaceCurrent() {
        try {
            return Optional.of(product(node.put("1", document(1, product(node.get("1")).version()))).version());
        } catch (RouteRefusal conflict) {
            assertThat(conflict.status()).isEqualTo(409);
            return Optional.empty();
        }
    }

    @Test
    void databaseHealth_databaseThatAnswers_isUpAndRequired() {
        assertThat(feature.databaseHealth().check().up()).isTrue();
        assertThat(feature.databaseHealth().check().required()).isTrue();
        assertThat(feature.databaseHealth().check().detail()).isEqualTo("SQLite, catalog.db");
    }

    private void assertUnchanged(String id) {
        assertThat(product(node.get(id)).version()).isEqualTo(1);
    }

    private static ProductDocument document(long id, long version) {
        return new ProductDocument(id, "Copper Kettle", "kitchen", 4999, 3, version);
    }

    private static Product stored(long id, long version) {
        return new Product(id, "Copper Kettle", "kitchen", 4999, 3, version);
    }

    private static List<Product> list(RouteClient reader, String category) {
        return ((CategoryListing) reader.list(Map.of("category", category)).body().orElseThrow()).products();
    }

    private static Product product(RouteReply reply) {
        return (Product) reply.body().orElseThrow();
    }

    private static Tier tier(RouteReply reply) {
        return reply.origin().map(Lookup.Hit::tier).orElseThrow();
    }

    private static void assertRefused(int status, ThrowingCallable call, String... reasons) {
        assertThatExceptionOfType(RouteRefusal.class).isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal).hasMessageContainingAll(reasons)).satisfies(
                        refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
