package io.latchkey.api.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Device;
import io.latchkey.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A proof is read to the letter, and no mutant of it is one. */
class DeviceProofFuzzTest extends Fuzzing {

    private static final String URL = "https://latchkey.example/v1/account/secret-key";
    private static final String TOKEN = "the token beside it";

    private final DeviceProofReader reader = new DeviceProofReader();
    private final String good = new Device().proof("POST", URL, TOKEN);

    @Override
    protected Stream<String> examples() {
        return Stream.of(good, "eyJhbGciOiJub25lIn0.e30.", "a.b.c.d.e", good + "." + good);
    }

    @Override
    protected void once(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);

        assertThat(reader.read(text, "POST", URL, TOKEN).isPresent()).isEqualTo(text.equals(good));
    }
}
