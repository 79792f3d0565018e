package io.sampan.ground.installation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing once and plainly, in place of a stack trace. Found through {@code META-INF/spring.factories}. */
class MissingSettingsReport extends AbstractFailureAnalyzer<MissingSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSettings cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set each in the environment; docs/settings.md tells what they mean.", cause);
    }
}
