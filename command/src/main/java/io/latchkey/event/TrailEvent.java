package io.latchkey.event;

/** What happens around the trail itself. */
public sealed interface TrailEvent extends LatchkeyEvent
        permits TrailRead, AttemptsThrottled, ReplayStarted, ReplayFinished, BootstrapTokenIssued {}
