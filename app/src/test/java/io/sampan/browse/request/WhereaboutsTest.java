package io.sampan.browse.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereaboutsTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.handmade-tea.cn/item/12,shop.handmade-tea.cn",
        "https://www.goofish.com/item?id=8899,www.goofish.com",
        "https://weidian.com/item.html?itemID=4321098765,weidian.com",
        "https://weidian.com/?userid=1,weidian.com",
        "https://youxuan.jd.com/shop,youxuan.jd.com"
    })
    void namesTheHostPlainly(String pasted, String host) {
        assertThat(Whereabouts.of(pasted).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.handmade-tea.cn/item/12",
                "https://www.goofish.com/item?id=8899",
                "https://weidian.com/?userid=1",
                "https://item.taobao.com/item.htm?id=652874751412",
                "https://youxuan.jd.com/shop"
            })
    void doubtsNobodyWithoutCause(String pasted) {
        assertThat(Whereabouts.of(pasted)).satisfies(where -> {
            assertThat(where.doubtful()).isFalse();
            assertThat(where.link()).isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://item.taobao.com.evil.example/item.htm?id=652874751412",
                "https://taobao-login.com/item.htm?id=1",
                "https://item.jd.com.cn.shop/100.html",
                "https://taobao.com@evil.example/item.htm?id=1",
                "https://shop.example.com:8443/item",
                "http://127.0.0.1/item",
                "http://localhost/item",
                "http://[::1]/item",
                "https://xn--tobao-kva.com/item.htm?id=1",
                "https://wwwgoofish.com.verify.top/item?id=8899"
            })
    void doubtsWhatMayBeTakenForAnotherAddress(String pasted) {
        assertThat(Whereabouts.of(pasted).doubtful()).as(pasted).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "红色的那个杯子", "ftp://a.example/b"
            })
    void whatIsNoAddressOfTheWebIsNoLink(String pasted) {
        assertThat(Whereabouts.of(pasted).link()).isNull();
        assertThat(Whereabouts.of(pasted).doubtful()).isTrue();
    }

    @Test
    void judgesTheLinkAndNotWhatMayBeReadIntoIt() {
        var token = Whereabouts.of("https://taobao-login.com/￥Abcdefgh1￥");
        assertThat(token.host()).isEqualTo("taobao-login.com");
        assertThat(token.doubtful()).isTrue();
        var agents = Whereabouts.of("https://cnfans.com/product?id=652874751412&platform=taobao");
        assertThat(agents.host()).isEqualTo("cnfans.com");
        assertThat(Whereabouts.of("").doubtful()).isFalse();
    }
}
