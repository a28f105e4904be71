package io.latchkey.query.accounts;

import io.latchkey.value.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account with staff roles; the address is masked. */
public record StaffLine(
        String accountId, @Nullable String email, @Nullable String name, List<Role> roles) {
    @Override
    public String toString() {
        return "StaffLine[hidden]";
    }
}
