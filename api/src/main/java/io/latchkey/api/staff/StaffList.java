package io.latchkey.api.staff;

import io.latchkey.query.accounts.Staff;
import io.latchkey.query.accounts.StaffLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everybody with a staff role. */
record StaffList(List<Member> staff) {

    record Member(
            String accountId,

            @Nullable @Schema(description = "Masked", example = "a***@e***.org")
            String email,

            @Nullable String name,
            @Schema(example = "[\"support\"]") List<String> roles) {

        static Member of(StaffLine line) {
            var roles = line.roles().stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .toList();
            return new Member(line.accountId(), line.email(), line.name(), roles);
        }

        @Override
        public String toString() {
            return "Member[hidden]";
        }
    }

    static StaffList of(Staff found) {
        return new StaffList(found.staff().stream().map(Member::of).toList());
    }
}
