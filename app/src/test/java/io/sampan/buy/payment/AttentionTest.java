package io.sampan.buy.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.buy.payment.Attention.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTest {
    @ParameterizedTest
    @EnumSource
    void isReadAsItWasKept(Why why) {
        assertThat(Attention.ofKept(Attention.of(why).kept())).isEqualTo(Attention.of(why));
    }

    @Test
    void keepsTheGatewaysOwnCode() {
        var refused = new Attention(Why.GATEWAY_REFUSED, "resource_missing: intent");
        assertThat(refused.kept()).isEqualTo("gateway-refused:resource_missing: intent");
        assertThat(Attention.ofKept(refused.kept())).isEqualTo(refused);
    }
}
