package io.sampan.outside.gateway.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.alipay.api.AlipayApiException;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import io.sampan.money.amount.Money;
import io.sampan.outside.gateway.OneWorld;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.wire.Sha256Rsa;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alipay's official SDK and our client: each pays, reads and gives back what the other began, and each takes the other's signatures. */
class AlipaySdkTest {
    private final OneWorld world = new OneWorld(Rail.ALIPAY);
    private final DefaultAlipayClient sdk = new DefaultAlipayClient(
            world.address().resolve("/gateway.do").toString(),
            world.credential("appId"),
            world.credential("privateKey"),
            "json",
            "UTF-8",
            world.credential("alipayPublicKey"),
            "RSA2");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void signsTheSame() throws AlipayApiException {
        var ours = new AlipaySignature(
                Sha256Rsa.privateKey(world.credential("privateKey")),
                Sha256Rsa.publicKey(world.credential("alipayPublicKey")));
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("method", "alipay.trade.query");
        parameters.put("biz_content", "{\"subject\":\"代购 汉服 & 茶具=1\"}");
        parameters.put("app_id", "2021000000000001");
        parameters.put("empty", "");
        parameters.put("sign_type", "RSA2");
        assertThat(ours.of(parameters))
                .isEqualTo(com.alipay.api.internal.util.AlipaySignature.rsa256Sign(
                        com.alipay.api.internal.util.AlipaySignature.getSignContent(parameters),
                        world.credential("privateKey"),
                        "UTF-8"));
    }

    @Test
    void theSdkReadsAndGivesBackWhatWeOpened() throws AlipayApiException, InterruptedException {
        var demand = world.demand();
        var opened = (Opened.Ready) world.ours().open(demand);
        assertThat(world.pays(opened.page())).isTrue();
        var query = new AlipayTradeQueryRequest();
        query.setBizContent("{\"out_trade_no\":\"" + opened.gatewayReference() + "\"}");
        var told = sdk.execute(query);
        assertThat(told.isSuccess()).isTrue();
        assertThat(told.getTradeStatus()).isEqualTo("TRADE_SUCCESS");
        assertThat(told.getTotalAmount()).isEqualTo("185.00");
        assertThat(noticeIsTakenBySdk()).isTrue();

        var id = UUID.randomUUID().toString();
        var refund = new AlipayTradeRefundRequest();
        refund.setBizContent("{\"out_trade_no\":\"" + opened.gatewayReference()
                + "\",\"refund_amount\":\"85.00\",\"out_request_no\":\"" + OutNumber.of(id) + "\"}");
        assertThat(sdk.execute(refund).getFundChange()).isEqualTo("Y");
        assertThat(world.ours().refund(opened.gatewayReference(), Money.of(8_500, "CNY"), id))
                .as("the same request is one refund, whoever made it")
                .isInstanceOf(Returned.Done.class);
        assertThat(world.ours()
                        .refund(
                                opened.gatewayReference(),
                                Money.of(10_001, "CNY"),
                                UUID.randomUUID().toString()))
                .isNotInstanceOf(Returned.Done.class);
    }

    @Test
    void weReadWhatTheSdkOpened() throws AlipayApiException {
        var number = OutNumber.of(UUID.randomUUID().toString());
        var page = new AlipayTradePagePayRequest();
        page.setReturnUrl("https://shop.example/orders/1/paid");
        page.setNotifyUrl("https://shop.example/hooks/alipay");
        page.setBizContent("{\"out_trade_no\":\"" + number
                + "\",\"total_amount\":\"88.80\",\"subject\":\"代购 汉服\",\"product_code\":\"FAST_INSTANT_TRADE_PAY\"}");
        var address = sdk.pageExecute(page, "GET").getBody();
        assertThat(world.ours().look(number)).isInstanceOf(Standing.Unbegun.class);
        assertThat(world.pays(URI.create(address.replace(" ", "%20")))).isTrue();
        assertThat(world.ours().look(number))
                .isEqualTo(new Standing.Captured(Money.of(8_880, "CNY"), Money.of(0, "CNY")));
    }

    private boolean noticeIsTakenBySdk() throws InterruptedException, AlipayApiException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var field : world.pushed().body().split("&")) {
            var pair = field.split("=", 2);
            fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return com.alipay.api.internal.util.AlipaySignature.rsaCheckV1(
                fields, world.credential("alipayPublicKey"), "UTF-8", "RSA2");
    }
}
