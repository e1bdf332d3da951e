package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.Namespace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policies against a reference that asks, for each field, one level after the other. */
class PolicyInheritanceTest {

    private static final List<Namespace> NAMESPACES = Stream.of("a", "a.b", "a.b.c", "a.b.c.d", "a.x", "a-b", "ab",
            "ab.b", "b", "b.b.c").map(Namespace::new).toList();

    private final RandomGenerator random = new SplittableRandom(20_261_120);
    private final RandomPolicies values = new RandomPolicies(random);

    @Test
    void of_afterAnyChangesAndResets_isTheNearestThatIsSaid() {
        int checked = 0;
        for (int run = 0; run < 200; run++) {
            Map<Namespace, PolicyValues> configured = new HashMap<>();
            NAMESPACES.stream().filter(_ -> random.nextBoolean()).forEach(one -> configured.put(one, values.values(
                    0.3)));
            Map<Namespace, PolicyValues> changed = new HashMap<>();
            Policies policies = new Policies(NamespacePolicy.DEFAULT, configured);
            for (int step = 0; step < 10; step++) {
                changeOne(policies, changed);
                for (Namespace namespace : NAMESPACES) {
                    NamespacePolicy policy = policies.of(namespace);
                    for (PolicyField<?> field : PolicyField.ALL) {
                        Object expected = expected(field, namespace, changed, configured);
                        assertThat((Object) field.of(policy)).as("%s of %s", field, namespace).isEqualTo(expected);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isEqualTo(200 * 10 * NAMESPACES.size() * PolicyField.ALL.size());
    }

    private void changeOne(Policies policies, Map<Namespace, PolicyValues> changed) {
        Namespace namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
        if (random.nextInt(4) == 0) {
            policies.reset(namespace);
            changed.remove(namespace);
        } else {
            PolicyValues some = values.values(0.2);
            policies.change(namespace, some);
            changed.merge(namespace, some, (earlier, later) -> later.over(earlier));
        }
    }

    private static Object expected(PolicyField<?> field, Namespace namespace, Map<Namespace, PolicyValues> changed,
            Map<Namespace, PolicyValues> configured) {
        String name = namespace.name();
        while (true) {
            Namespace level = new Namespace(name);
            for (Map<Namespace, PolicyValues> layer : List.of(changed, configured)) {
                PolicyValues said = layer.getOrDefault(level, PolicyValues.NONE);
                if (said.fields().contains(field)) {
                    return said.get(field).orElseThrow();
                }
            }
            if (name.indexOf('.') < 0) {
                return field.of(NamespacePolicy.DEFAULT);
            }
            name = name.substring(0, name.lastIndexOf('.'));
        }
    }
}
