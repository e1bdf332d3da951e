package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.InvalidKeyException;
import org.junit.jupiter.api.Test;

final class CounterKeyTest {

    private static final Namespace PAGE = new Namespace("page");

    @Test
    void render_isNeverThatOfAnEntry() {
        String rendered = new CounterKey(PAGE, "7:visits:v0").render();

        assertThat(rendered).isEqualTo("#count:page:7:visits:v0");
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> CacheKey.parse(rendered));
    }

    @Test
    void render_isNotThatOfAnotherCounter() {
        assertThat(new CounterKey(PAGE, "a:b").render()).isNotEqualTo(new CounterKey(new Namespace("page.a"), "b")
                .render());
    }

    @Test
    void name_atTheBound_isTheLongest() {
        int room = CacheKey.MAX_BYTES - "#count:page:".length();

        assertThat(Text.utf8(new CounterKey(PAGE, "x".repeat(room)).render())).hasSize(CacheKey.MAX_BYTES);
        assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> new CounterKey(PAGE, "x".repeat(room
                + 1)));
    }
}
