package io.latchkey.api;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role that speaks. Its parts know this package; this package knows them by name only. */
@Configuration(proxyBeanMethods = false)
@Import({Messages.class, EventLoopGuard.class, Welcome.class, FirstStart.class})
@ComponentScan({
    "io.latchkey.api.account",
    "io.latchkey.api.audit",
    "io.latchkey.api.contact",
    "io.latchkey.api.dev",
    "io.latchkey.api.edge",
    "io.latchkey.api.group",
    "io.latchkey.api.kit",
    "io.latchkey.api.loss",
    "io.latchkey.api.mail",
    "io.latchkey.api.recovery",
    "io.latchkey.api.signin",
    "io.latchkey.api.staff",
    "io.latchkey.api.token",
    "io.latchkey.api.tour"
})
class ApiConfiguration {}
