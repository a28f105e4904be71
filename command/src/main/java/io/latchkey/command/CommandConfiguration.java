package io.latchkey.command;

import org.springframework.context.annotation.Configuration;

/** The role that decides. */
@Configuration(proxyBeanMethods = false)
public class CommandConfiguration {}
