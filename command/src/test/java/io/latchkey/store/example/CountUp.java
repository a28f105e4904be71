package io.latchkey.store.example;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record CountUp(@TargetAggregateIdentifier String id) {}
