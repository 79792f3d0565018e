package io.sampan.simulators.openmall;

import java.util.Map;
import java.util.Optional;

/** Administrative divisions by the beginning of their six digits. Source: GB/T 2260. */
final class Divisions {
    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("11", "北京"),
            Map.entry("12", "天津"),
            Map.entry("13", "河北省"),
            Map.entry("14", "山西省"),
            Map.entry("15", "内蒙古自治区"),
            Map.entry("21", "辽宁省"),
            Map.entry("22", "吉林省"),
            Map.entry("23", "黑龙江省"),
            Map.entry("31", "上海"),
            Map.entry("32", "江苏省"),
            Map.entry("33", "浙江省"),
            Map.entry("34", "安徽省"),
            Map.entry("35", "福建省"),
            Map.entry("36", "江西省"),
            Map.entry("37", "山东省"),
            Map.entry("41", "河南省"),
            Map.entry("42", "湖北省"),
            Map.entry("43", "湖南省"),
            Map.entry("44", "广东省"),
            Map.entry("45", "广西壮族自治区"),
            Map.entry("46", "海南省"),
            Map.entry("50", "重庆"),
            Map.entry("51", "四川省"),
            Map.entry("52", "贵州省"),
            Map.entry("53", "云南省"),
            Map.entry("54", "西藏自治区"),
            Map.entry("61", "陕西省"),
            Map.entry("62", "甘肃省"),
            Map.entry("63", "青海省"),
            Map.entry("64", "宁夏回族自治区"),
            Map.entry("65", "新疆维吾尔自治区"));
    /** Where consolidators have their warehouses; elsewhere the province stands for the city. */
    private static final Map<String, String> CITIES = Map.ofEntries(
            Map.entry("1101", "北京市"),
            Map.entry("1201", "天津市"),
            Map.entry("3101", "上海市"),
            Map.entry("3201", "南京市"),
            Map.entry("3205", "苏州市"),
            Map.entry("3301", "杭州市"),
            Map.entry("3302", "宁波市"),
            Map.entry("3307", "金华市"),
            Map.entry("3502", "厦门市"),
            Map.entry("3702", "青岛市"),
            Map.entry("4401", "广州市"),
            Map.entry("4403", "深圳市"),
            Map.entry("4406", "佛山市"),
            Map.entry("4419", "东莞市"),
            Map.entry("5001", "重庆市"),
            Map.entry("5101", "成都市"));

    private Divisions() {}

    /** The province of a division, if there is one of that number. */
    static Optional<String> province(String division) {
        return division.matches("\\d{6}")
                ? Optional.ofNullable(PROVINCES.get(division.substring(0, 2)))
                : Optional.empty();
    }

    static String city(String division) {
        return CITIES.getOrDefault(division.substring(0, 4), province(division).orElseThrow());
    }
}
