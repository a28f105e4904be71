package io.latchkey.command.group;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the group on a node that has the role command. */
@Configuration(proxyBeanMethods = false)
@Import(Group.class)
public class GroupConfiguration {}
