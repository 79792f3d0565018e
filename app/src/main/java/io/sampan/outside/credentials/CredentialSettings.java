package io.sampan.outside.credentials;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param key that secrets are encrypted with in the database: 32 random bytes in base64, the same on all nodes. Needed in production; a demo world
 *     makes one for itself
 * @param formerKeys earlier keys; what they encrypted is encrypted anew with the key when it is next read, after which they can go
 * @param keyFile where a demo world keeps the key that it made, readable by its owner alone
 * @param tokenWait longest wait for another node to renew an access token
 */
@ConfigurationProperties(prefix = "sampan.credentials", ignoreUnknownFields = false)
record CredentialSettings(
        @DefaultValue("") String key,
        @DefaultValue List<String> formerKeys,
        @DefaultValue("data/postgres/credentials.key") Path keyFile,
        @DefaultValue("5s") Duration tokenWait) {
    @Override
    public String toString() {
        return "CredentialSettings[" + formerKeys.size() + " former keys, " + keyFile + "]";
    }
}
