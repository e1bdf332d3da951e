package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "user", "user.profile", "a1-b.c2", "catalog.product"})
    void name_ofLegalSegments_isTaken(String name) {
        assertThat(new Namespace(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A", "1a", "-a", "a:b", "a b", "ä", "a\n", "a*"})
    void name_ofOtherCharacters_isRefusedWithTheRule(String name) {
        assertThatThrownBy(() -> new Namespace(name)).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("[a-z][a-z0-9-]*");
    }

    @Test
    void name_beyondTheLimit_isRefused() {
        assertThat(new Namespace("a".repeat(128)).name()).hasSize(128);
        assertThatThrownBy(() -> new Namespace("a".repeat(129))).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void isWithin_holdsForItselfAndItsChildrenOnly() {
        Namespace user = new Namespace("user");
        assertThat(user.isWithin(user)).isTrue();
        assertThat(new Namespace("user.profile.photo").isWithin(user)).isTrue();
        assertThat(new Namespace("user2").isWithin(user)).isFalse();
        assertThat(user.isWithin(new Namespace("user.profile"))).isFalse();
    }
}
