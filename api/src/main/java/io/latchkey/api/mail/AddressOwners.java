package io.latchkey.api.mail;

import io.latchkey.value.AccountId;
import io.latchkey.value.EmailAddress;
import java.util.Optional;

/** Which account has proven an address. */
@FunctionalInterface
interface AddressOwners {

    Optional<AccountId> ownerOf(EmailAddress address);
}
