package io.sampan.outside.gateway.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RSAPublicKeyNotificationConfig;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import io.sampan.outside.gateway.OneWorld;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.Returned;
import io.sampan.outside.gateway.Standing;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Asked;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Proof;
import io.sampan.outside.wire.Sha256Rsa;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** WeChat Pay's official SDK and our client sign alike, and read the same notices. */
class WeChatPaySdkTest {
    private final OneWorld world = new OneWorld(Rail.WECHAT_CODE);
    private final WeChatPayKeys ours = new WeChatPayKeys(new WeChatPaySettings(
            world.address(),
            world.credential("mchId"),
            world.credential("appId"),
            world.credential("merchantSerial"),
            world.credential("privateKey"),
            world.credential("apiV3Key"),
            world.credential("platformKeyId"),
            world.credential("platformPublicKey"),
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30)));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void signsTheSame() {
        var signer =
                new RSASigner(world.credential("merchantSerial"), Sha256Rsa.privateKey(world.credential("privateKey")));
        var body = "{\"description\":\"代购\"}";
        var header = ours.authorization(
                new Asked("POST", "/v3/pay/transactions/native", body), Instant.ofEpochSecond(1_790_000_000), "N0");
        var signed = signer.sign("POST\n/v3/pay/transactions/native\n1790000000\nN0\n" + body + "\n");
        assertThat(header)
                .contains(
                        "signature=\"" + signed.getSign() + "\"", "serial_no=\"" + signed.getCertificateSerialNumber());
    }

    @Test
    void theSdkReadsTheNoticesThatWeRead() throws InterruptedException {
        var demand = world.demand();
        var opened = (Opened.Ready) world.ours().open(demand);
        assertThat(world.pays(opened.page())).isTrue();
        var pushed = world.pushed();
        var headers = pushed.headers();
        var sdk = new NotificationParser(new RSAPublicKeyNotificationConfig.Builder()
                .publicKey(Sha256Rsa.publicKey(world.credential("platformPublicKey")))
                .publicKeyId(world.credential("platformKeyId"))
                .apiV3Key(world.credential("apiV3Key"))
                .build());
        var transaction = sdk.parse(param(headers, pushed.body()), Transaction.class);
        assertThat(transaction.getOutTradeNo()).isEqualTo(OutNumber.of(demand.key()));
        assertThat(transaction.getTradeState()).isEqualTo(Transaction.TradeStateEnum.SUCCESS);
        assertThat(transaction.getAmount().getTotal()).isEqualTo(18_500);
        var proof = new Proof(
                headers.getFirst("Wechatpay-Timestamp"),
                headers.getFirst("Wechatpay-Nonce"),
                headers.getFirst("Wechatpay-Serial"),
                headers.getFirst("Wechatpay-Signature"));
        var now = world.clock().instant();
        assertThat(ours.fits(proof, pushed.body(), now)).isTrue();
        assertThat(ours.fits(proof, pushed.body() + " ", now)).isFalse();
        assertThat(ours.fits(proof, pushed.body(), now.plus(Duration.ofDays(60))))
                .as("the SDK takes it two months later; we do not")
                .isFalse();
        assertThatThrownBy(() -> sdk.parse(param(headers, pushed.body() + " "), Transaction.class))
                .isInstanceOf(ValidationException.class);
    }

    /** The SDK knows its own hosts only: what it sends is led to the simulator, signed as it stands. */
    @Test
    void theSdkOpensReadsAndGivesBackWhatWeDo() {
        var sdk = new DefaultHttpClientBuilder()
                .config(new RSAPublicKeyConfig.Builder()
                        .merchantId(world.credential("mchId"))
                        .merchantSerialNumber(world.credential("merchantSerial"))
                        .privateKey(Sha256Rsa.privateKey(world.credential("privateKey")))
                        .publicKey(Sha256Rsa.publicKey(world.credential("platformPublicKey")))
                        .publicKeyId(world.credential("platformKeyId"))
                        .apiV3Key(world.credential("apiV3Key"))
                        .build())
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> asSpelt(chain.proceed(toTheSimulator(chain.request()))))
                        .build())
                .build();
        var payments = new NativePayService.Builder().httpClient(sdk).build();
        var theirs = new PrepayRequest();
        theirs.setAppid(world.credential("appId"));
        theirs.setMchid(world.credential("mchId"));
        theirs.setOutTradeNo("SDK0000001");
        theirs.setDescription("代购");
        theirs.setNotifyUrl("https://shop.example/hooks/wechatpay");
        var amount = new Amount();
        amount.setTotal(18_500);
        theirs.setAmount(amount);
        var code = URI.create(payments.prepay(theirs).getCodeUrl());
        assertThat(world.ours().look("SDK0000001")).isInstanceOf(Standing.Open.class);
        assertThat(world.pays(code)).isTrue();
        assertThat(world.ours().look("SDK0000001")).isInstanceOf(Standing.Captured.class);

        var demand = world.demand();
        var opened = (Opened.Ready) world.ours().open(demand);
        assertThat(world.pays(opened.page())).isTrue();
        var looked = new QueryOrderByOutTradeNoRequest();
        looked.setMchid(world.credential("mchId"));
        looked.setOutTradeNo(OutNumber.of(demand.key()));
        assertThat(payments.queryOrderByOutTradeNo(looked).getTradeState())
                .isEqualTo(Transaction.TradeStateEnum.SUCCESS);

        var refund = new CreateRequest();
        refund.setOutTradeNo(OutNumber.of(demand.key()));
        refund.setOutRefundNo("SDKR000001");
        var sums = new AmountReq();
        sums.setRefund(100L);
        sums.setTotal(18_500L);
        sums.setCurrency("CNY");
        refund.setAmount(sums);
        new RefundService.Builder().httpClient(sdk).build().create(refund);
        assertThat(world.ours().lookAtRefund("SDKR000001")).isInstanceOf(Returned.Pending.class);
    }

    private Request toTheSimulator(Request request) {
        var address = world.address();
        return request.newBuilder()
                .url(request.url()
                        .newBuilder()
                        .scheme(address.getScheme())
                        .host(address.getHost())
                        .port(address.getPort())
                        .build())
                .build();
    }

    /** The SDK finds headers only as WeChat Pay spells them; the JDK's server spells all but a name's first letter small. */
    private static Response asSpelt(Response answer) {
        var spelt = answer.newBuilder();
        for (var name : List.of("Timestamp", "Nonce", "Serial", "Signature", "Signature-Type")) {
            var value = answer.header("Wechatpay-" + name);
            if (value != null) {
                spelt.removeHeader("Wechatpay-" + name).addHeader("Wechatpay-" + name, value);
            }
        }
        return spelt.build();
    }

    private static RequestParam param(HttpHeaders headers, String body) {
        return new RequestParam.Builder()
                .serialNumber(headers.getFirst("Wechatpay-Serial"))
                .nonce(headers.getFirst("Wechatpay-Nonce"))
                .timestamp(headers.getFirst("Wechatpay-Timestamp"))
                .signature(headers.getFirst("Wechatpay-Signature"))
                .body(body)
                .build();
    }
}
