package io.sampan.outside.marketplace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of the marketplaces' own links. Source: docs/sources/links.md; forms marked there as unproven are taken as well. */
final class ItemLinks {
    /**
     * @param path of an item's page; its group, if it has one, is the id
     * @param parameter that holds the id where the path does not; in lower case
     */
    private record Form(String site, String host, Pattern path, String parameter) {
        static Form inPath(String site, String host, String path) {
            return new Form(site, host, Pattern.compile(path), "");
        }

        static Form inQuery(String site, String host, String path, String parameter) {
            return new Form(site, host, Pattern.compile(path), parameter);
        }

        Optional<LinkedItem> item(PastedLink link) {
            var page = path.matcher(link.path());
            if (!link.at(host) || !page.matches()) {
                return Optional.empty();
            }
            var id = parameter.isEmpty()
                    ? page.group(1)
                    : link.parameter(parameter).orElse("");
            return LinkedItem.isId(id) ? Optional.of(new LinkedItem(site, id, "")) : Optional.empty();
        }
    }

    private record ShortForm(String site, String host) {}

    private static final List<Form> FORMS = List.of(
            Form.inQuery("taobao", "item.taobao.com", "/item\\.html?", "id"),
            Form.inPath("taobao", "world.taobao.com", "/item/(\\d+)\\.html?"),
            Form.inQuery("taobao", "h5.m.taobao.com", "/awp/core/detail\\.html?", "id"),
            Form.inQuery("taobao", "m.intl.taobao.com", "/detail/detail\\.html?", "id"),
            Form.inQuery("tmall", "detail.tmall.com", "/item\\.html?", "id"),
            Form.inQuery("tmall", "detail.m.tmall.com", "/item\\.html?", "id"),
            Form.inQuery("tmall", "detail.tmall.hk", "(?:/hk)?/item\\.html?", "id"),
            Form.inPath("tmall", "world.tmall.com", "/item/(\\d+)\\.html?"),
            Form.inPath("1688", "detail.1688.com", "/offer/(\\d+)\\.html"),
            Form.inPath("1688", "m.1688.com", "/offer/(\\d+)\\.html"),
            Form.inQuery("1688", "detail.m.1688.com", "/page/index\\.html?", "offerid"),
            Form.inPath("jd", "item.jd.com", "/(\\d+)\\.html"),
            Form.inPath("jd", "item.m.jd.com", "/product/(\\d+)\\.html"),
            Form.inQuery("jd", "item.m.jd.com", "/.*", "wareid"),
            Form.inPath("jd", "wqsitem.jd.com", "/detail/(\\d+)_.*"),
            Form.inPath("jd", "item.jd.hk", "/(\\d+)\\.html"),
            Form.inPath("jd", "npcitem.jd.hk", "/(\\d+)\\.html"),
            Form.inPath("jd", "item.yiyaojd.com", "/(\\d+)\\.html"),
            Form.inQuery("pinduoduo", "mobile.yangkeduo.com", "/goods[1-9]?\\.html", "goods_id"),
            Form.inQuery("weidian", "weidian.com", "/item\\.html", "itemid"));

    private static final List<ShortForm> SHORT = List.of(
            new ShortForm("taobao", "e.tb.cn"),
            new ShortForm("taobao", "m.tb.cn"),
            new ShortForm("taobao", "s.click.taobao.com"),
            new ShortForm("taobao", "uland.taobao.com"),
            new ShortForm("1688", "qr.1688.com"),
            new ShortForm("jd", "u.jd.com"),
            new ShortForm("jd", "3.cn"),
            new ShortForm("pinduoduo", "p.pinduoduo.com"));

    private ItemLinks() {}

    static Optional<LinkedItem> item(PastedLink link) {
        return FORMS.stream().flatMap(form -> form.item(link).stream()).findFirst();
    }

    /** A link that leads to an item but does not name it. */
    static Optional<Recognised.Short> shortLink(PastedLink link) {
        return shortSite(link).flatMap(site -> link.uri().map(uri -> new Recognised.Short(uri, site)));
    }

    private static Optional<String> shortSite(PastedLink link) {
        if (link.host().equals("mobile.yangkeduo.com")
                && link.path().matches("/goods[1-9]?\\.html")
                && link.parameter("ps").isPresent()) {
            return Optional.of("pinduoduo");
        }
        return SHORT.stream()
                .filter(form -> link.host().equals(form.host()) && link.path().length() > 1)
                .map(ShortForm::site)
                .findFirst();
    }
}
