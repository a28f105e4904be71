package io.latchkey.api;

import io.latchkey.api.tour.TourConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role that speaks. */
@Configuration(proxyBeanMethods = false)
@Import({Messages.class, EventLoopGuard.class, AxonServerHealth.class, Welcome.class, FirstStart.class, TourConfiguration.class})
class ApiConfiguration {}
