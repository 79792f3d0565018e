package io.sampan.outside.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * A connector, or a part of one, that is there when a setting has a value. To Spring's own {@code ConditionalOnProperty} an empty value is one,
 * and an environment variable that is set to nothing would open a hook of which everybody knows the key.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WhenSet.HasValue.class)
public @interface WhenSet {
    /** The setting's whole name, such as {@code sampan.track17.token}. */
    String value();

    /** Whether it has one. */
    final class HasValue implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var name = metadata.getAnnotations().get(WhenSet.class).getString("value");
            return !context.getEnvironment().getProperty(name, "").isBlank();
        }
    }
}
