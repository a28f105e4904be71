package io.latchkey.query.catalogue;

import static io.latchkey.query.catalogue.Entry.info;
import static io.latchkey.query.catalogue.Entry.refused;
import static io.latchkey.query.catalogue.Ocsf.accountChange;
import static io.latchkey.query.catalogue.Ocsf.apiActivity;
import static io.latchkey.query.catalogue.Ocsf.finding;
import static io.latchkey.query.catalogue.Retention.OVERSIGHT;

import io.latchkey.event.*;
import java.util.List;

/** What happens around the trail itself. */
final class TrailEntries {

    private static final int READ = 2;
    private static final int OTHER = 99;

    static final List<Entry> ALL = List.of(
            info(TrailRead.class, apiActivity(READ), "Staff read {records} records of the trail ({question}).")
                    .kept(OVERSIGHT),
            refused(
                    AttemptsThrottled.class,
                    finding(),
                    "{count} tries with {factor} within a minute were turned away unseen, because too many wrong ones"
                            + " came before."),
            info(ReplayStarted.class, apiActivity(READ), "A rebuild of all that can be read was started.")
                    .kept(OVERSIGHT),
            info(
                            ReplayFinished.class,
                            apiActivity(READ),
                            "A rebuild of all that can be read ended after {events} events.")
                    .kept(OVERSIGHT),
            info(
                            BootstrapTokenIssued.class,
                            accountChange(OTHER),
                            "A one-time token to become the first admin was printed at a start of the service.")
                    .kept(OVERSIGHT));

    private TrailEntries() {}
}
