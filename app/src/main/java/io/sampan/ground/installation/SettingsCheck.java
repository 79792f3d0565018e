package io.sampan.ground.installation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Stops a production start before anything else is made, naming all that is missing at once. */
@Component
class SettingsCheck implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check(beans.getBean(ConfigurableEnvironment.class));
    }

    static void check(ConfigurableEnvironment environment) {
        var binder = Binder.get(environment);
        var mode =
                binder.bind("sampan.installation.mode", Installation.Mode.class).orElse(Installation.Mode.DEMO);
        if (mode != Installation.Mode.PRODUCTION) {
            return;
        }
        var needed = binder.bind("sampan.installation.needed-in-production", Bindable.listOf(String.class))
                .orElse(List.of());
        var missing = needed.stream()
                .filter(name -> environment.getProperty(name, "").isBlank())
                .map(SettingsCheck::line);
        var insecure = Stream.of("sampan.installation.public-url")
                .filter(name -> !"https"
                        .equals(URI.create(environment.getProperty(name, "")).getScheme()))
                .map(name -> "  " + variable(name) + " must be an https address");
        var faults = Stream.concat(missing, insecure).toList();
        if (!faults.isEmpty()) {
            throw new MissingSettings("Sampan cannot start in production mode. Missing:\n" + String.join("\n", faults));
        }
    }

    private static String line(String name) {
        return "  " + variable(name) + "  (" + name + ")";
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }
}
