package io.hexcache.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class SelectionTemplateTest {

    static final List<Function<String, SelectionTemplate>> KINDS = List.of(SelectionTemplate::key,
            SelectionTemplate::pattern, SelectionTemplate::tag);

    private static UnaryOperator<String> values(String... namesAndValues) {
        Map<String, String> values = namesAndValues.length == 2 ? Map.of(namesAndValues[0], namesAndValues[1])
                : Map.of(namesAndValues[0], namesAndValues[1], namesAndValues[2], namesAndValues[3]);
        return values::get;
    }

    @Test
    void select_eachKind_putsTheValuesInTheirPlaces() {
        assertThat(SelectionTemplate.key("user:{userId}:{what}:v2").select(values("userId", "7", "what", "a:b")))
                .isEqualTo(KeySelection.Keys.of(CacheKey.parse("user:7:a:b:v2")));
        assertThat(SelectionTemplate.pattern("user:{user.id}:*").select(values("user.id", "7"))).isEqualTo(
                new KeySelection.Matching(KeyPattern.of("user:7:*")));
        assertThat(SelectionTemplate.tag("user-{id}").select(values("id", "7"))).isEqualTo(new KeySelection.Tagged(Set
                .of(new Tag("user-7"))));
        assertThat(SelectionTemplate.tag("all").select(values("id", "7"))).isEqualTo(new KeySelection.Tagged(Set.of(
                new Tag("all"))));
    }

    @Test
    void attributes_areTheNamesOfThePlaces() {
        assertThat(SelectionTemplate.pattern("{a}:{b}:{a}*").attributes()).containsExactlyInAnyOrder("a", "b");
        assertThat(SelectionTemplate.tag("all").attributes()).isEmpty();
    }

    @Test
    void pattern_withAnyValue_matchesThatValueAlone() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        List<SelectionTemplate> templates = Stream.of("user:{v}:*", "user:{v}", "*{v}?", "[ab]{v}[^c]:{v}x").map(
                SelectionTemplate::pattern).toList();
        for (int i = 0; i < 20_000; i++) {
            String value = text(random);
            String other = text(random);
            for (SelectionTemplate template : templates) {
                KeyPattern pattern = ((KeySelection.Matching) template.select(values("v", value))).pattern();
                assertThat(pattern.matches(example(template, value))).as("%s with %s", template, value).isTrue();
            }
            KeyPattern pattern = ((KeySelection.Matching) templates.get(1).select(values("v", value))).pattern();
            assertThat(pattern.matches("user:" + other)).as("%s on %s", pattern, other).isEqualTo(value.equals(other));
        }
    }

    private static String example(SelectionTemplate template, String value) {
        return template.toString().replace("[ab]", "a").replace("[^c]", "d").replace("*", "anything").replace("?", "x")
                .replace("{v}", value);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(1, 4); length > 0; length--) {
            text.append("a*?[]^-\\é".charAt(random.nextInt(9)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void template_thatIsEmptyOrMalformed_isRefusedByEachKindWithThePosition(
            Function<String, SelectionTemplate> kind) {
        refused(kind, "", "template is blank");
        refused(kind, "  ", "template is blank");
        refused(kind, "user:{userId:v0", "opens a '{' that is never closed at position 5");
        refused(kind, "user:userId}:v0", "closes a '}' that was not opened at position 11");
        refused(kind, "user:{a}}:v0", "closes a '}' that was not opened at position 8");
        refused(kind, "user:{}:v0", "has no attribute name");
        refused(kind, "user:{{a}}:v0",
                "has no attribute name of 1 to 64 letters, digits, '_', '.' or '-' at position 6");
        refused(kind, "user:{a b}:v0", "at position 6");
        refused(kind, "user:{*}:v0", "at position 6");
        refused(kind, "user:{" + "a".repeat(65) + "}:v0", "at position 6");
        refused(kind, "user:\n:v0", "U+000A at position 5");
        refused(kind, "a".repeat(1_025), "at most 1024");
    }

    private static void refused(Function<String, SelectionTemplate> kind, String text, String reason) {
        assertThatThrownBy(() -> kind.apply(text)).as(text).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining(reason).extracting(Throwable::getMessage).asString().doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({"user:{id}, no version", "user, no version", "'user:{id}:{version}', no version",
            "User:{id}:v0, namespace", "'user:{id}:v{n}', no version"})
    void key_thatNoValueMakesLegal_isRefusedAtOnce(String text, String reason) {
        refused(SelectionTemplate::key, text, reason);
    }

    @ParameterizedTest
    @CsvSource({"user:[{v}], never closed", "user:[a-{v}], never closed", "user:[, never closed",
            "user:\\{v}, lone '\\'", "user:\\\\\\{v}, lone '\\'"})
    void pattern_whoseSyntaxAValueWouldBecomePartOf_isRefusedAtOnce(String text, String reason) {
        refused(SelectionTemplate::pattern, text, reason);
    }

    @Test
    void pattern_withAnEscapedBackslashBeforeAPlace_isLegal() {
        KeySelection selection = SelectionTemplate.pattern("user:\\\\{v}").select(values("v", "*"));
        assertThat(selection).isEqualTo(new KeySelection.Matching(KeyPattern.of("user:\\\\\\*")));
    }

    @Test
    void select_withAValueThatMakesItIllegal_isRefused() {
        SelectionTemplate key = SelectionTemplate.key("user:{id}:v0");
        assertThatThrownBy(() -> key.select(values("id", "a\nb"))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("U+000A");
        assertThatThrownBy(() -> key.select(values("id", "a".repeat(600)))).isInstanceOf(InvalidKeyException.class);
        SelectionTemplate pattern = SelectionTemplate.pattern("user:{id}*");
        assertThatThrownBy(() -> pattern.select(values("id", "*".repeat(200)))).isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("256");
    }
}
