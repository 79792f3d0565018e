package io.sampan.outside.gateway.wechatpay;

import io.sampan.ground.installation.Installation;
import io.sampan.outside.wire.WhenSet;
import io.sampan.outside.wire.Wire;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay is there when our merchant id is. */
@Configuration(proxyBeanMethods = false)
@WhenSet("sampan.wechatpay.mch-id")
class WeChatPayConnection {
    @Bean
    WeChatPayKeys weChatPayKeys(WeChatPaySettings settings) {
        return new WeChatPayKeys(settings);
    }

    @Bean
    WeChatPayApi weChatPayApi(Wire wire, WeChatPaySettings settings, WeChatPayKeys keys, JsonMapper json, Clock clock) {
        return new WeChatPayApi(wire, settings, keys, json, clock);
    }

    @Bean
    WeChatPayGateway weChatPayGateway(WeChatPayApi api, WeChatPaySettings settings, Installation installation) {
        return new WeChatPayGateway(api, settings, installation.address("/hooks/wechatpay"));
    }
}
