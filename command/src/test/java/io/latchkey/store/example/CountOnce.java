package io.latchkey.store.example;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record CountOnce(@TargetAggregateIdentifier String id) {}
