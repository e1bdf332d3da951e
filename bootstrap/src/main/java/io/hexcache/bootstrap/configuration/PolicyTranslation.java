package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import io.hexcache.domain.policy.AdaptiveTtl;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts what is set into the domain's words, setting by setting.
 *
 * @param own what is set on one level
 * @param values what of it has been translated
 */
record PolicyTranslation(Config own, PolicyValues values) {

    /**
     * All that is set on one level.
     *
     * @param inherited the same with what it inherits
     */
    static PolicyValues of(Config own, Config inherited) {
        PolicyValues values = new PolicyTranslation(own, PolicyValues.NONE).ttls().local().freshness().form().same(
                NamespaceSettings.DURABILITY, PolicyField.DURABILITY).values();
        // The mode and its number may be set on two levels; together they are one value.
        return own.hasPath(PolicyField.REFRESH.path())
                ? values.with(PolicyField.REFRESH, RefreshKind.read(inherited))
                : values;
    }

    private PolicyTranslation ttls() {
        PolicyTranslation fixed = same(NamespaceSettings.TTL, PolicyField.TTL).same(NamespaceSettings.ABSENT_TTL,
                PolicyField.ABSENT_TTL).with(NamespaceSettings.JITTER, PolicyField.JITTER, Jitter::new).same(
                        NamespaceSettings.SLIDING, PolicyField.SLIDING)
                .with(NamespaceSettings.ADAPTIVE_TTL,
                        PolicyField.ADAPTIVE_TTL, PolicyTranslation::adaptive);
        return own.hasPath(TtlRuleList.NAME) ? new PolicyTranslation(own, fixed.values().with(PolicyField.TTL_RULES,
                TtlRuleList.read(own))) : fixed;
    }

    private PolicyTranslation local() {
        return with(NamespaceSettings.L1_MAX_ENTRIES, PolicyField.L1_MAX_ENTRIES, Integer::longValue)
                .same(NamespaceSettings.L1_MAX_BYTES, PolicyField.L1_MAX_BYTES)
                .with(NamespaceSettings.L1_MAX_ITEM_BYTES, PolicyField.L1_MAX_ITEM_BYTES, Math::toIntExact)
                .same(NamespaceSettings.L1_TTL, PolicyField.L1_TTL)
                .same(NamespaceSettings.L1_ADMISSION, PolicyField.L1_ADMISSION);
    }

    private PolicyTranslation freshness() {
        return same(NamespaceSettings.MAX_STALE, PolicyField.MAX_STALE)
                .same(NamespaceSettings.SOFT_TIMEOUT, PolicyField.SOFT_TIMEOUT)
                .same(NamespaceSettings.HARD_TIMEOUT, PolicyField.HARD_TIMEOUT)
                .same(NamespaceSettings.WHEN_AWAY, PolicyField.WHEN_AWAY);
    }

    private PolicyTranslation form() {
        return same(NamespaceSettings.FORMAT, PolicyField.FORMAT)
                .same(NamespaceSettings.COMPRESSION, PolicyField.COMPRESSION)
                .with(NamespaceSettings.COMPRESS_ABOVE, PolicyField.COMPRESS_ABOVE, Math::toIntExact);
    }

    private <T> PolicyTranslation same(Setting<T> setting, PolicyField<T> field) {
        return with(setting, field, value -> value);
    }

    private <S, T> PolicyTranslation with(Setting<S> setting, PolicyField<T> field, Function<S, T> meaning) {
        return own.hasPath(setting.path())
                ? new PolicyTranslation(own, values.with(field, meaning.apply(Settings.read(own, setting))))
                : this;
    }

    private static Optional<AdaptiveTtl> adaptive(boolean on) {
        return on ? Optional.of(AdaptiveTtl.DEFAULT) : Optional.empty();
    }
}
