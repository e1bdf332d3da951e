package io.hexcache.domain.policy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.entry.StoredForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about one namespace: some of the values of a policy. What is not said is inherited. */
public final class PolicyValues {

    /** Nothing is said. */
    public static final PolicyValues NONE = new PolicyValues(Map.of());

    private final Map<PolicyField<?>, Object> values;

    private PolicyValues(Map<PolicyField<?>, Object> values) {
        this.values = InOrder.copyOf(values);
    }

    /** The same, and this value. Whether it is legal shows where a policy is made of it. */
    public <T> PolicyValues with(PolicyField<T> field, T value) {
        Map<PolicyField<?>, Object> more = new HashMap<>(values);
        more.put(field, value);
        return new PolicyValues(more);
    }

    /** What is said of the field. */
    public <T> Optional<T> get(PolicyField<T> field) {
        @SuppressWarnings("unchecked") // with() lets in nothing else
        T value = (T) values.get(field);
        return Optional.ofNullable(value);
    }

    /** The fields of which something is said, in the order of {@link PolicyField#ALL}. */
    public List<PolicyField<?>> fields() {
        return PolicyField.ALL.stream().filter(values::containsKey).toList();
    }

    /** These values, and those of the other that are not among them. */
    public PolicyValues over(PolicyValues other) {
        Map<PolicyField<?>, Object> both = new HashMap<>(other.values);
        both.putAll(values);
        return new PolicyValues(both);
    }

    /**
     * The inherited policy with these values in it.
     *
     * @throws io.hexcache.domain.error.CacheConfigurationException with the field if that is no legal policy
     */
    public NamespacePolicy over(NamespacePolicy inherited) {
        if (values.isEmpty()) {
            return inherited;
        }
        Values all = new Values(this, inherited);
        return new NamespacePolicy(all.ttls(), all.local(), all.freshness(), all.loads(), all.form(), all.value(
                PolicyField.DURABILITY));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyValues said && said.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return fields().stream().map(field -> field + "=" + values.get(field)).collect(Collectors.joining(", ", "{",
                "}"));
    }

    /** What is said before what is inherited. */
    private record Values(PolicyValues said, NamespacePolicy inherited) {

        private <T> T value(PolicyField<T> field) {
            return said.get(field).orElseGet(() -> field.of(inherited));
        }

        TtlPolicy ttls() {
            return new TtlPolicy(value(PolicyField.TTL), value(PolicyField.ABSENT_TTL), value(PolicyField.JITTER),
                    value(PolicyField.SLIDING), value(PolicyField.TTL_RULES), value(PolicyField.ADAPTIVE_TTL));
        }

        LocalLimits local() {
            return new LocalLimits(value(PolicyField.L1_MAX_ENTRIES), value(PolicyField.L1_MAX_BYTES), value(
                    PolicyField.L1_MAX_ITEM_BYTES), value(PolicyField.L1_TTL), value(PolicyField.L1_ADMISSION));
        }

        FreshnessPolicy freshness() {
            return new FreshnessPolicy(value(PolicyField.REFRESH), value(PolicyField.MAX_STALE));
        }

        LoadPolicy loads() {
            return new LoadPolicy(value(PolicyField.SOFT_TIMEOUT), value(PolicyField.HARD_TIMEOUT), value(
                    PolicyField.WHEN_AWAY));
        }

        StoredForm form() {
            return new StoredForm(value(PolicyField.FORMAT), value(PolicyField.COMPRESSION), value(
                    PolicyField.COMPRESS_ABOVE));
        }
    }
}
