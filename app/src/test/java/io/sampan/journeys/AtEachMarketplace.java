package io.sampan.journeys;

import io.sampan.outside.marketplace.MarketplaceId;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A story that is told once at each marketplace that the journeys' world has and that a connector buys from. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
        value = MarketplaceId.class,
        names = {"ALI1688", "TAOBAO", "JD"})
@interface AtEachMarketplace {}
