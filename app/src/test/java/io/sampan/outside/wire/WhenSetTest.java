package io.sampan.outside.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WhenSetTest {
    @WhenSet("sampan.sample.key")
    static class Connector {}

    final ApplicationContextRunner app = new ApplicationContextRunner().withUserConfiguration(Connector.class);

    @Test
    void anEmptyKeyIsNone() {
        app.run(context -> assertThat(context).doesNotHaveBean(Connector.class));
        for (var nothing : new String[] {"", " "}) {
            app.withPropertyValues("sampan.sample.key=" + nothing)
                    .run(context -> assertThat(context).doesNotHaveBean(Connector.class));
        }
        app.withPropertyValues("sampan.sample.key=1")
                .run(context -> assertThat(context).hasSingleBean(Connector.class));
    }
}
