package io.sampan.browse.freshness;

import io.sampan.outside.marketplace.MarketplaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param language ISO 639 language in which marketplaces are asked for texts beside Chinese
 * @param lookLimit how long a page waits for a marketplace
 * @param parallel most looks at one marketplace at a time, shoppers' and our own
 * @param mostLooks most items that are being looked at on this node at a time, waiting ones included
 * @param restAfterFailure longest time for which an item that could not be seen is left alone
 * @param rememberGone how long a marketplace's word that it has no such item is believed of an item that we never saw
 * @param hourlyQuestions most looks at unknown items and searches that visitors may cause at one marketplace in an hour, all nodes together
 * @param watchedItems most items whose views this node remembers
 * @param halfLife after this time a view counts half
 * @param warmAfter an item that is looked at is checked again when its last check is this old
 * @param hourlyChecks looks of our own at one marketplace in an hour, by all nodes together
 * @param hourlyChecksAt the same for single marketplaces by their slug
 * @param checksAtOnce most looks of our own in one run
 * @param tendEvery pause between runs
 * @param starter the first filling of an empty catalogue
 */
@ConfigurationProperties(prefix = "sampan.freshness", ignoreUnknownFields = false)
record FreshnessSettings(
        @DefaultValue("en") String language,
        @DefaultValue("3s") Duration lookLimit,
        @DefaultValue("8") int parallel,
        @DefaultValue("64") int mostLooks,
        @DefaultValue("30s") Duration restAfterFailure,
        @DefaultValue("10m") Duration rememberGone,
        @DefaultValue("1200") int hourlyQuestions,
        @DefaultValue("10000") int watchedItems,
        @DefaultValue("6h") Duration halfLife,
        @DefaultValue("10m") Duration warmAfter,
        @DefaultValue("1200") int hourlyChecks,
        @DefaultValue Map<String, Integer> hourlyChecksAt,
        @DefaultValue("40") int checksAtOnce,
        @DefaultValue("2s") Duration tendEvery,
        @DefaultValue Starting starter) {

    /**
     * @param items products of a marketplace with which it counts as filled; 0 fills nothing
     * @param parallel looks at a time; below the number that a marketplace is asked at most, so that shoppers find room
     * @param words what is searched for at the marketplaces, one after the other
     */
    record Starting(
            @DefaultValue("240") int items,
            @DefaultValue("4") int parallel,

            @DefaultValue({
                "连衣裙 女", "运动鞋", "马克杯", "双肩包", "蓝牙耳机", "汉服", "T恤 男", "台灯", "手机壳", "茶具", "项链", "毛绒玩具", "羽绒服", "收纳盒",
                "保温杯", "手表", "抱枕", "帽子", "钥匙扣", "文具 笔", "瑜伽垫", "宠物 猫", "饭盒", "地毯", "雨伞", "袜子", "围巾", "键盘", "露营", "儿童 玩具"
            })
            List<String> words) {}

    int hourlyChecks(MarketplaceId marketplace) {
        return hourlyChecksAt.getOrDefault(marketplace.slug(), hourlyChecks);
    }
}
