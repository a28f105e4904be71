package io.latchkey.event;

/** The mailbox is proven and recovery contacts are asked; from here on the account holds the case. */
public record RecoveryHandedOver(String recoveryId, String accountId) implements RecoveryEvent {}
