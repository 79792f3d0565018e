package io.sampan.ground.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

@Configuration(proxyBeanMethods = false)
class TimeOfTheApp {
    @Bean
    @ConditionalOnMissingBean
    Clock clock(TimeSettings settings, TaskScheduler scheduler) {
        var world = settings.world();
        if (world.isEmpty()) {
            return Clock.systemUTC();
        }
        var clock = new FollowedClock(world.get());
        scheduler.scheduleWithFixedDelay(clock::follow, settings.refresh());
        return clock;
    }
}
