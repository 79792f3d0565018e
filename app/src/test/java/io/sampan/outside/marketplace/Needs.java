package io.sampan.outside.marketplace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a connector must declare for a case to be about it; for others the case is skipped. The last is what the case proves. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
public @interface Needs {
    Capability[] value();

    /** Asks the connector on its stand. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var needs = context.getTestMethod()
                    .map(method -> method.getAnnotation(Needs.class))
                    .orElse(null);
            var contract = (ContractGround) context.getTestInstance().orElse(null);
            if (needs == null || contract == null) {
                return ConditionEvaluationResult.enabled("for every connector");
            }
            var connector = contract.stand().connector();
            var needed = List.of(needs.value());
            return connector.capabilities().containsAll(needed)
                    ? ConditionEvaluationResult.enabled("declared")
                    : ConditionEvaluationResult.disabled(connector.source() + " does not declare all of " + needed);
        }
    }
}
