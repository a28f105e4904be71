package io.latchkey.command.recovery;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the recovery on a node that has the role command. */
@Configuration(proxyBeanMethods = false)
@Import(Recovery.class)
public class RecoveryConfiguration {}
