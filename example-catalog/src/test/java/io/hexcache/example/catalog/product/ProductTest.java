package io.hexcache.example.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {

    @Test
    void new_atEveryLimit_isLegal() {
        assertThat(new Product(1, "x", "a", 0, 0, 0)).isNotNull();
        assertThat(new Product(Long.MAX_VALUE, "x".repeat(120), "a" + "-9".repeat(19) + "z", Long.MAX_VALUE,
                Integer.MAX_VALUE, Long.MAX_VALUE)).isNotNull();
        assertThat(new Product(1, "Kaffeemühle \uD83C\uDFBB", "a", 0, 0, 1)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000b", "a\nb", "a\u0085b", "\uD83C", "\uDFBBx"})
    void new_nameThatCannotBeShown_isRefused(String name) {
        assertInvalid(() -> new Product(1, name, "a", 0, 0, 1), "name must");
    }

    @Test
    void new_nameTooLong_isRefusedWithItsLength() {
        assertInvalid(() -> new Product(1, "x".repeat(121), "a", 0, 0, 1),
                "name must have at most 120 characters, not 121");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "-a", "9", "a b", "a_b", "ä", "aA", "a\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void new_illegalCategory_isRefused(String category) {
        assertInvalid(() -> new Product(1, "x", category, 0, 0, 1), "category must be a lower-case letter");
    }

    @Test
    void new_negativeNumbers_areRefused() {
        assertInvalid(() -> new Product(0, "x", "a", 0, 0, 1), "id must be 1 or more");
        assertInvalid(() -> new Product(1, "x", "a", -1, 0, 1), "priceCents must be 0 or more");
        assertInvalid(() -> new Product(1, "x", "a", 0, -1, 1), "stock must be 0 or more");
    }

    @Test
    void new_severalBrokenRules_areAllNamed() {
        assertInvalid(() -> new Product(0, " ", "?", -1, -1, 1),
                "id must be 1 or more; name must not be blank; category must be a lower-case letter followed by at most"
                        + " 39 letters, digits or hyphens; priceCents must be 0 or more; stock must be 0 or more");
    }

    private static void assertInvalid(Runnable maker, String reason) {
        assertThatExceptionOfType(ProductException.Invalid.class).isThrownBy(maker::run).withMessageContaining(reason);
    }
}
