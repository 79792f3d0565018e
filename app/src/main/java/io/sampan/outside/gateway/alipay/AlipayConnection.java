package io.sampan.outside.gateway.alipay;

import io.sampan.ground.installation.Installation;
import io.sampan.outside.wire.Sha256Rsa;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Alipay is there when its app id is. */
@Configuration(proxyBeanMethods = false)
@WhenSet("sampan.alipay.app-id")
class AlipayConnection {
    @Bean
    AlipaySignature alipaySignature(AlipaySettings settings) {
        return new AlipaySignature(
                Sha256Rsa.privateKey(settings.requiredPrivateKey()),
                Sha256Rsa.publicKey(settings.requiredAlipayPublicKey()));
    }

    @Bean
    AlipayApi alipayApi(Wire wire, AlipaySettings settings, AlipaySignature signature, JsonMapper json, Clock clock) {
        return new AlipayApi(wire, settings, signature, json, clock);
    }

    @Bean
    AlipayGateway alipayGateway(AlipayApi api, AlipaySettings settings, Installation installation) {
        return new AlipayGateway(api, settings, installation.address("/hooks/alipay"));
    }
}
