package io.latchkey.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** An address holds nothing that ends a line or a header, and is taken again as it is. */
class EmailAddressFuzzTest extends Fuzzing {

    @Override
    protected Stream<String> examples() {
        return Stream.of(
                "ann@example.org",
                "Ann.O'Hara+tag@Sub.Example.ORG",
                "ann@bücher.example",
                "a@xn--bcher-kva.example",
                "ann@例え.テスト",
                "x@localhost",
                "ann@example.org\r\nBcc: eve@example.org");
    }

    @Override
    protected void once(byte[] input) {
        try {
            var address = new EmailAddress(new String(input, StandardCharsets.UTF_8));
            assertThat(address.value())
                    .matches("[\\x21-\\x7E]{1,64}@[a-z0-9.-]{1,253}")
                    .hasSizeLessThanOrEqualTo(254);
            assertThat(new EmailAddress(address.value())).isEqualTo(address);
            assertThat(new EmailAddress(address.lookup()).lookup()).isEqualTo(address.lookup());
            assertThat(address.masked()).matches("[\\x21-\\x7E]+").contains("***@");
        } catch (Malformed refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(200);
        }
    }
}
