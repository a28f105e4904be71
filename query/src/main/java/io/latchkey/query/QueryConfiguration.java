package io.latchkey.query;

import org.springframework.context.annotation.Configuration;

/** The role that remembers. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration {}
