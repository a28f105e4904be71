package io.latchkey.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.api.edge.Refusal;
import io.latchkey.value.KitFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;

class FormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | JSON",
                "*/* | JSON",
                "application/json | JSON",
                "application/pdf | PDF",
                "text/plain | TEXT",
                "text/* | TEXT",
                "text/html, application/pdf;q=0.9, */*;q=0.8 | PDF",
                "text/plain;q=0.5, application/pdf | PDF",
                "text/plain;charset=iso-8859-1 | TEXT",
                "application/pdf;q=0, */* | JSON"
            })
    void the_best_wish_that_can_be_met_is(String accept, KitFormat form) {
        assertThat(Forms.accepted(MediaType.parseMediaTypes(accept))).isEqualTo(form);
    }

    @Test
    void what_is_not_wanted_is_not_given() {
        assertThatThrownBy(() -> Forms.accepted(MediaType.parseMediaTypes("application/pdf;q=0")))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @EnumSource(KitFormat.class)
    void every_form_is_written(KitFormat form) {
        assertThat(Forms.write(form, Samples.kit("home"))).isNotEmpty();
        assertThat(Forms.fileName(form)).startsWith("recovery-kit.");
    }
}
