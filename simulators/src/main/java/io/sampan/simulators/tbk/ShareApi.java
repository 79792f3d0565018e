package io.sampan.simulators.tbk;

import io.sampan.simulators.kernel.Answer;
import io.sampan.simulators.kernel.Question;
import io.sampan.simulators.seller.Fields;
import io.sampan.simulators.tbk.Shares.Kind;
import io.sampan.simulators.tbk.Shares.Share;
import io.sampan.simulators.top.Call;
import io.sampan.simulators.top.Refused;
import io.sampan.simulators.top.Rows;
import io.sampan.simulators.world.Listing;
import io.sampan.simulators.world.Marketplace;
import io.sampan.simulators.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Share tokens and short links. Source: docs/sources/tbk/tpwd-convert, tpwd-create, spread. */
final class ShareApi {
    private static final Pattern TOKEN = Pattern.compile("[￥¥$€₤₳₴₰₲](\\w{8,16})[￥¥$€₤₳₴₰₲]");
    private static final Pattern CLICK =
            Pattern.compile("(?:https?:)?//(?:s\\.click|uland)\\.taobao\\.com/.*[?&]e=(\\w+).*");
    private static final Pattern SHORT =
            Pattern.compile("(?:/(?:e\\.tb\\.cn|m\\.tb\\.cn|s\\.click\\.taobao\\.com))?/(?:h\\.)?(\\w{10,20})");
    private static final Pattern CLICKED = Pattern.compile("(?:/s\\.click\\.taobao\\.com)?/t");
    private static final int MOST_SPREAD = 20;

    private final World world;
    private final TbkSettings settings;
    private final Shares shares;
    private final ItemView view;

    ShareApi(World world, TbkSettings settings, Shares shares, ItemView view) {
        this.world = world;
        this.settings = settings;
        this.shares = shares;
        this.view = view;
    }

    /** What a text pasted from the app leads to. Needs a session, as every API for service providers does. */
    Map<String, @Nullable Object> convert(Call call) {
        if (call.number("adzone_id") != settings.pid().adzone()
                || call.number("site_id") != settings.pid().site()) {
            throw Refused.business("isv.adzone-invalid", "adzone_id不属于当前推广者");
        }
        Matcher token = TOKEN.matcher(call.needed("password_content"));
        Share share = (token.find() ? shares.byToken(token.group(1)) : Optional.<Share>empty())
                .orElseThrow(() -> Refused.business("isv.tpwd-invalid", "淘口令解析失败或已过期"));
        Map<String, @Nullable Object> data = Fields.of(
                "origin_url",
                share.url(),
                "origin_pid",
                "0",
                "url_type",
                String.valueOf(share.kind().ordinal()),
                "biz_scene_id",
                "1");
        if (share.kind() == Kind.ITEM) {
            Listing listing = world.listing(Marketplace.TAOBAO, share.id()).orElseThrow();
            data.put("num_iid", String.valueOf(listing.id()));
            data.put("seller_id", String.valueOf(listing.shop().id()));
            data.put("click_url", "https:" + view.links.click(listing));
            data.put("short_url", "https://s.click.taobao.com/" + share.code());
        }
        return Fields.of("data", data);
    }

    /** A token for a link that TBK handed out. */
    Map<String, @Nullable Object> create(Call call) {
        Listing listing = clicked(call.needed("url"))
                .orElseThrow(() -> Refused.business("isv.invalid-parameter:url", "只支持联盟官方渠道获取的淘客推广链接"));
        Share share = shares.share(Kind.ITEM, listing.id(), Links.item(listing));
        return Fields.of(
                "data",
                Fields.of(
                        "password_simple", "￥" + share.token() + "￥",
                        "model",
                                "8￥" + share.token() + "￥ https://m.tb.cn/h." + share.code() + " "
                                        + listing.title().zh()));
    }

    private Optional<Listing> clicked(String url) {
        Matcher click = CLICK.matcher(url);
        return click.matches() ? view.ids.listing(click.group(1)) : Optional.empty();
    }

    /** Short links, one by one: one that fails does not fail the others. */
    Map<String, @Nullable Object> spread(Call call) {
        JsonNode asked = call.json("requests");
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST_SPREAD) {
            throw Refused.invalid("requests");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JsonNode one : asked) {
            String url = one.path("url").asString("");
            rows.add(clicked(url)
                    .map(listing -> Fields.of(
                            "content",
                            "https://s.click.taobao.com/"
                                    + shares.share(Kind.ITEM, listing.id(), Links.item(listing))
                                            .code(),
                            "err_msg",
                            "OK"))
                    .orElseGet(() -> Fields.of("err_msg", "url域名不支持或链接无效")));
        }
        return Fields.of("results", new Rows("tbk_spread", rows), "total_results", rows.size());
    }

    /** As if somebody had tapped "share" in the app: what lands in the clipboard, and what it leads to. */
    Map<String, @Nullable Object> tapped(Kind kind, long id) {
        String url;
        String title;
        if (kind == Kind.ITEM) {
            Listing listing = world.listing(Marketplace.TAOBAO, id)
                    .orElseThrow(() -> new IllegalArgumentException("No such item"));
            url = Links.item(listing);
            title = listing.title().zh();
        } else {
            url = Links.shop(id);
            title = "店铺";
        }
        Share share = shares.share(kind, id, url);
        String link = "https://e.tb.cn/h." + share.code() + "?tk=" + share.tk();
        return Fields.of(
                "token",
                share.token(),
                "shortLink",
                link,
                "leadsTo",
                url,
                "shareText",
                "【淘宝】7天无理由退货 " + link + " CZ321 「" + title + "」点击链接直接打开 或者 淘宝搜索直接打开",
                "tokenText",
                "8￥" + share.token() + "￥ https://m.tb.cn/h." + share.code() + "  " + title);
    }

    /** Short links and click links, by the host's name in front or without. Source: docs/sources/tbk.md "Short links". */
    Answer page(Question question) {
        if (CLICKED.matcher(question.path()).matches()) {
            return view.ids
                    .listing(question.query().getOrDefault("e", ""))
                    .map(listing -> Answer.of(302, "text/html", new byte[0]).with("Location", Links.item(listing)))
                    .orElseGet(() -> Answer.text(404, "no such link"));
        }
        Matcher link = SHORT.matcher(question.path());
        return (link.matches() ? shares.byCode(link.group(1)) : Optional.<Share>empty())
                .map(this::page)
                .orElseGet(() -> Answer.html("<!doctype html><title>淘宝</title><p>内容已失效</p>"));
    }

    private Answer page(Share share) {
        if (settings.shortLinkRedirects()) {
            return Answer.of(302, "text/html", new byte[0]).with("Location", share.url());
        }
        String url = share.url() + (share.url().contains("?") ? "&" : "?") + "sourceType=item&suid=1";
        return Answer.html(
                "<!doctype html><title>淘宝</title><script>var url = '" + url + "';location.replace(url);</script>");
    }
}
