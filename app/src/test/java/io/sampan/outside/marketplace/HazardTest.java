package io.sampan.outside.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sampan.outside.marketplace.Offer.Hazard;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HazardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "真无线蓝牙耳机 主动降噪 长续航",
                "便携蓝牙音箱 重低音 防水",
                "智能手表 血氧监测 睡眠",
                "手持小风扇 学生宿舍",
                "20000毫安充电宝",
                "蓝牙键盘 三模 静音",
                "电动牙刷 成人",
                "遥控车 四驱 儿童玩具"
            })
    void knowsThingsWithABuiltInBattery(String title) {
        assertThat(Hazard.toldBy(Stream.of(title))).contains(Hazard.BATTERY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "蓝牙耳机保护套 硅胶 卡通",
                "智能手表带 尼龙 透气",
                "手机壳 防摔 磨砂",
                "平板电脑支架 铝合金",
                "快充数据线 编织",
                "笔记本电脑包 防水",
                "机械手表 自动上链",
                "无线充电器支架"
            })
    void takesNoAccessoryForTheThing(String title) {
        assertThat(Hazard.toldBy(Stream.of(title))).doesNotContain(Hazard.BATTERY);
    }
}
