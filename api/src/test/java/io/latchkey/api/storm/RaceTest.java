package io.latchkey.api.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.api.journey.Backdating;
import io.latchkey.api.journey.Client;
import io.latchkey.api.journey.EmbeddedDatabase;
import io.latchkey.api.journey.Holder;
import io.latchkey.api.journey.Running;
import io.latchkey.api.journey.ServiceProcess;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two services on one database: what is good once is good once, and every race has a legal end. */
@Execution(ExecutionMode.CONCURRENT)
class RaceTest implements World {

    private static final int ROUNDS = 10;

    private static ServiceProcess second;
    private static List<Client> nodes;
    private static SingleConnectionDataSource database;

    @BeforeAll
    static void startTheSecond() throws SQLException {
        var first = Running.CLIENT;
        second = ServiceProcess.startBeside(Running.DATA, "--latchkey.base-url=" + first.service);
        nodes = List.of(first, second.client());
        database =
                new SingleConnectionDataSource(EmbeddedDatabase.of(Running.DATA).getConnection(), true);
    }

    @AfterAll
    static void stopTheSecond() {
        database.close();
        second.close();
    }

    @Override
    public List<Client> nodes() {
        return nodes;
    }

    @Override
    public List<Stored> events(String id) {
        try {
            return World.history(database.getConnection(), id);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void aWeekPasses(List<Holder> holders) {
        for (var holder : holders) {
            Backdating.events(Running.DATA, holder.accountId, "MailboxVerified");
            Backdating.events(Running.DATA, holder.accountId, "ContactAccepted");
        }
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> every_race_has_one_legal_outcome() {
        return new RaceMatrix(this).races(ROUNDS);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void a_session_ended_on_one_node_is_dead_on_the_other() {
        var ann = Holder.protectedOne(nodes.getFirst());
        nodes.getLast().get("/v1/account", ann.access).expect(200);
        var access = ann.access;
        ann.recover("another password").expect(200);

        nodes.getLast().get("/v1/account", access).expect(401);
        assertThat(events(ann.accountId)).extracting(Stored::type).containsOnlyOnce("AccountRecovered");
    }
}
