package io.sampan.windows.frame;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pictureHosts where browsers may load pictures from, as sources of a Content-Security-Policy
 * @param formTargets where a form may send people beside this shop: the gateways' payment pages
 * @param cookieLife how long a browser remembers language, country, currency and cart
 */
@ConfigurationProperties(prefix = "sampan.frame", ignoreUnknownFields = false)
record FrameSettings(
        @DefaultValue({
            "https://*.alicdn.com",
            "https://*.tbcdn.cn",
            "https://*.taobaocdn.com",
            "https://*.360buyimg.com",
            "https://*.pddpic.com",
            "https://*.yangkeduo.com"
        })
        List<String> pictureHosts,

        @DefaultValue({
            "https://checkout.stripe.com",
            "https://www.paypal.com",
            "https://openapi.alipay.com",
            "https://wx.tenpay.com"
        })
        List<String> formTargets,

        @DefaultValue("180d") Duration cookieLife) {}
