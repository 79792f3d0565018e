package io.sampan.outside.gateway.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RSAPublicKeyNotificationConfig;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import io.sampan.outside.gateway.OneWorld;
import io.sampan.outside.gateway.Opened;
import io.sampan.outside.gateway.OutNumber;
import io.sampan.outside.gateway.Rail;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Asked;
import io.sampan.outside.gateway.wechatpay.WeChatPayKeys.Proof;
import io.sampan.outside.wire.Sha256Rsa;
import java.time.Duration;
import java.time.Instant;
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
