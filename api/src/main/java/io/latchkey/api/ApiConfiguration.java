package io.latchkey.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role that speaks. */
@Configuration(proxyBeanMethods = false)
@Import({Messages.class, EventLoopGuard.class, AxonServerHealth.class, Welcome.class})
class ApiConfiguration {}
