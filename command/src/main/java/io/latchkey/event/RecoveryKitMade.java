package io.latchkey.event;

import io.latchkey.value.KitFormat;

/** A recovery kit of a code that was just made was handed out; nothing of it was kept. */
public record RecoveryKitMade(String accountId, String codeId, KitFormat format) implements AccountEvent {}
