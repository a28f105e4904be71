package io.latchkey.api;

import io.latchkey.api.dev.DevConfiguration;
import io.latchkey.api.mail.MailConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The role that speaks. */
@Configuration(proxyBeanMethods = false)
@Import({Messages.class, EventLoopGuard.class, AxonServerHealth.class, Welcome.class, MailConfiguration.class, DevConfiguration.class})
class ApiConfiguration {}
