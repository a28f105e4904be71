package io.latchkey.query.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.store.embedded.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class WritesTest {

    private static final String INSERT = "insert into note (owner, text) values (?, ?)";
    private static final String EXTEND = "update note set text = text || ? where owner = ?";
    private static final String DELETE = "delete from note where owner = ?";

    private final List<String> sent = new ArrayList<>();
    private final JdbcTemplate jdbc = new JdbcTemplate(TestPostgres.emptyDatabase()) {
        @Override
        public int[] batchUpdate(String sql, List<? extends Object[]> values) {
            sent.add(sql);
            return super.batchUpdate(sql, values);
        }
    };

    @Test
    void what_is_about_one_owner_stays_in_order_and_different_owners_share_round_trips() {
        jdbc.execute("create table note (owner text, text text)");
        var writes = new Writes(jdbc);
        for (int owner = 0; owner < 50; owner++) {
            writes.about("owner " + owner);
            writes.add(INSERT, "owner " + owner, "a");
            writes.add(DELETE, "owner " + owner);
            writes.add(INSERT, "owner " + owner, "b");
            writes.add(EXTEND, "c", "owner " + owner);
        }
        writes.about("owner 7");
        writes.add(EXTEND, "d", "owner 7");
        writes.flush();

        assertThat(sent).containsExactly(INSERT, DELETE, INSERT, EXTEND);
        assertThat(jdbc.queryForList("select text from note where owner <> 'owner 7'", String.class))
                .hasSize(49)
                .containsOnly("bc");
        assertThat(jdbc.queryForList("select text from note where owner = 'owner 7'", String.class))
                .containsExactly("bcd");
    }
}
