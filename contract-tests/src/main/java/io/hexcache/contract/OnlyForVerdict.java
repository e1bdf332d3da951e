package io.hexcache.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** On a suite of an adapter that is wrong on purpose: it runs when {@link SuiteVerdict} asks for it, and never else. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyForVerdict.Condition.class)
public @interface OnlyForVerdict {

    /** The configuration parameter that a verdict sets. */
    String ASKED = "io.hexcache.contract.verdict";

    /** Asks whether a verdict is being found. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getConfigurationParameter(ASKED).isPresent()
                    ? ConditionEvaluationResult.enabled("a verdict on a wrong adapter")
                    : ConditionEvaluationResult.disabled("wrong on purpose");
        }
    }
}
