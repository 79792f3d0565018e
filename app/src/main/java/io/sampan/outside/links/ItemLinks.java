package io.sampan.outside.links;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of the marketplaces' own links. Source: docs/sources/links.md; forms marked there as unproven are taken as well. */
final class ItemLinks {
    /**
     * @param path of an item's page; its group, if it has one, is the id
     * @param parameter that holds the id where the path does not; in lower case
     */
    private record Form(Site site, String host, Pattern path, String parameter) {
        static Form inPath(Site site, String host, String path) {
            return new Form(site, host, Pattern.compile(path, Pattern.CASE_INSENSITIVE), "");
        }

        static Form inQuery(Site site, String host, String path, String parameter) {
            return new Form(site, host, Pattern.compile(path, Pattern.CASE_INSENSITIVE), parameter);
        }

        Stream<LinkedItem> item(PastedLink link) {
            if (!link.at(host)) {
                return Stream.empty();
            }
            var page = path.matcher(link.path());
            if (!page.matches()) {
                return Stream.empty();
            }
            var id = parameter.isEmpty()
                    ? page.group(1)
                    : link.query().one(List.of(parameter)).orElse("");
            return LinkedItem.of(site, id, "").stream();
        }
    }

    private record ShortForm(Site site, String host) {}

    private static final String PDD_GOODS = "/goods[1-9]?\\.html?";

    private static final List<Form> FORMS = List.of(
            Form.inQuery(Site.TAOBAO, "item.taobao.com", "/item(?:_o)?\\.html?", "id"),
            Form.inPath(Site.TAOBAO, "world.taobao.com", "/item/(\\d+)\\.html?"),
            Form.inPath(Site.TAOBAO, "taobao.com", "/list/item/(\\d+)\\.html?"),
            Form.inQuery(Site.TAOBAO, "h5.m.taobao.com", "/awp/core/detail\\.html?", "id"),
            Form.inQuery(Site.TAOBAO, "m.intl.taobao.com", "/detail/detail\\.html?", "id"),
            Form.inQuery(Site.TAOBAO, "new.m.taobao.com", "/detail\\.html?", "id"),
            Form.inPath(Site.TAOBAO, "a.m.taobao.com", "/i(\\d+)\\.html?"),
            Form.inQuery(Site.TMALL, "detail.tmall.com", "/item(?:_o)?\\.html?", "id"),
            Form.inQuery(Site.TMALL, "detail.m.tmall.com", "/item(?:_o)?\\.html?", "id"),
            Form.inQuery(Site.TMALL, "detail.tmall.hk", "(?:/hk)?/item\\.html?", "id"),
            Form.inQuery(Site.TMALL, "detail.m.tmall.hk", "(?:/hk)?/item\\.html?", "id"),
            Form.inPath(Site.TMALL, "world.tmall.com", "/item/(\\d+)\\.html?"),
            Form.inPath(Site.ALI1688, "detail.1688.com", "/offer/(\\d+)(?:\\.html?)?"),
            Form.inPath(Site.ALI1688, "m.1688.com", "/offer/(\\d+)(?:\\.html?)?"),
            Form.inQuery(Site.ALI1688, "detail.m.1688.com", "/page/index\\.html?", "offerid"),
            Form.inQuery(Site.ALI1688, "m.1688.com", "/page/index\\.html?", "offerid"),
            Form.inPath(Site.JD, "item.jd.com", "/(\\d+)\\.html?"),
            Form.inPath(Site.JD, "item.m.jd.com", "/product/(\\d+)\\.html?"),
            Form.inQuery(Site.JD, "item.m.jd.com", "/.*", "wareid"),
            Form.inPath(Site.JD, "m.jd.com", "/product/(\\d+)\\.html?"),
            Form.inPath(Site.JD, "wqsitem.jd.com", "/detail/(\\d+)_.*"),
            Form.inQuery(Site.JD, "wqitem.jd.com", "/item/view2?", "sku"),
            Form.inPath(Site.JD, "re.jd.com", "/cps/item/(\\d+)\\.html?"),
            Form.inPath(Site.JD, "item.jd.hk", "/(\\d+)\\.html?"),
            Form.inPath(Site.JD, "npcitem.jd.hk", "/(\\d+)\\.html?"),
            Form.inPath(Site.JD, "item.yiyaojd.com", "/(\\d+)\\.html?"),
            Form.inQuery(Site.PINDUODUO, "yangkeduo.com", PDD_GOODS, "goods_id"),
            Form.inQuery(Site.PINDUODUO, "yangkeduo.com", "/duo_coupon_landing\\.html?", "goods_id"),
            Form.inQuery(Site.PINDUODUO, "mobile.pinduoduo.com", PDD_GOODS, "goods_id"),
            Form.inQuery(Site.WEIDIAN, "weidian.com", "/(?:item|fastorder)\\.html?", "itemid"),
            Form.inQuery(Site.WEIDIAN, "k.youshop10.com", "/item\\.html?", "itemid"),
            Form.inQuery(Site.XIANYU, "goofish.com", "/item", "id"),
            Form.inQuery(Site.XIANYU, "2.taobao.com", "/item\\.html?", "id"));

    private static final List<ShortForm> SHORT = List.of(
            new ShortForm(Site.TAOBAO, "e.tb.cn"),
            new ShortForm(Site.TAOBAO, "m.tb.cn"),
            new ShortForm(Site.TAOBAO, "s.tb.cn"),
            new ShortForm(Site.TAOBAO, "c.tb.cn"),
            new ShortForm(Site.TAOBAO, "s.click.taobao.com"),
            new ShortForm(Site.TAOBAO, "uland.taobao.com"),
            new ShortForm(Site.ALI1688, "qr.1688.com"),
            new ShortForm(Site.JD, "u.jd.com"),
            new ShortForm(Site.JD, "3.cn"),
            new ShortForm(Site.PINDUODUO, "p.pinduoduo.com"),
            new ShortForm(Site.WEIDIAN, "k.youshop10.com"));

    private static final Pattern SHARED_GOODS = Pattern.compile(PDD_GOODS, Pattern.CASE_INSENSITIVE);

    private ItemLinks() {}

    /** All that the link names; more than one when it contradicts itself. */
    static Stream<LinkedItem> items(PastedLink link) {
        return Stream.concat(FORMS.stream().flatMap(form -> form.item(link)), sharedAbroad(link));
    }

    /** Taobao's app abroad shares a page that may also stand for a shop or a list. */
    private static Stream<LinkedItem> sharedAbroad(PastedLink link) {
        var ofItem = link.host().equals("assets-tmw.taobao.com")
                && link.query()
                        .one(List.of("targettype"))
                        .filter("item"::equalsIgnoreCase)
                        .isPresent();
        return ofItem
                ? link.query().one(List.of("targetid")).flatMap(id -> LinkedItem.of(Site.TAOBAO, id, "")).stream()
                : Stream.empty();
    }

    /** A link that leads to an item but does not name it, and whose host may be asked where. */
    static Optional<Site> shortLink(PastedLink link) {
        if (link.host().equals("mobile.yangkeduo.com")
                && SHARED_GOODS.matcher(link.path()).matches()
                && link.query().has("ps")) {
            return Optional.of(Site.PINDUODUO);
        }
        return SHORT.stream()
                .filter(form -> link.host().equals(form.host()) && link.path().length() > 1)
                .map(ShortForm::site)
                .findFirst();
    }
}
