package io.sampan.ground.installation;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation runs.
 *
 * @param mode a demo world beside simulators, or production
 * @param publicUrl address under which shoppers reach the shop, without a path; gateways send them back to it
 * @param neededInProduction settings that must have a value before production starts
 */
@ConfigurationProperties(prefix = "sampan.installation", ignoreUnknownFields = false)
public record Installation(
        @DefaultValue("demo") Mode mode,
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue List<String> neededInProduction) {
    public enum Mode {
        DEMO,
        PRODUCTION
    }

    public boolean isProduction() {
        return mode == Mode.PRODUCTION;
    }

    /** The public address of a path that starts with a slash. */
    public URI address(String path) {
        return publicUrl.resolve(path);
    }
}
