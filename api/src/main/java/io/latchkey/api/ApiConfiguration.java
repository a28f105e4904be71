package io.latchkey.api;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role that speaks. */
@Configuration(proxyBeanMethods = false)
@Import({Messages.class, EventLoopGuard.class, AxonServerHealth.class, Welcome.class})
@ComponentScan({
    "io.latchkey.api.token",
    "io.latchkey.api.edge",
    "io.latchkey.api.account",
    "io.latchkey.api.signin",
    "io.latchkey.api.recovery",
    "io.latchkey.api.staff"
})
class ApiConfiguration {}
