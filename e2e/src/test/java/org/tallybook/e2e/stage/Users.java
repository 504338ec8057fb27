package org.tallybook.e2e.stage;

import java.time.ZoneId;
import org.tallybook.e2e.client.Account;
import org.tallybook.e2e.client.Api;
import org.tallybook.e2e.client.Mailbox;
import org.tallybook.e2e.client.Person;
import org.tallybook.e2e.model.LogFact;
import org.tallybook.e2e.model.MonthModel;
import org.tallybook.e2e.model.TrackerFact;

/** A user with a numeric tracker and one log in it: what most tests begin with. */
public record Users(Person person, TrackerFact tracker, LogFact log) {

    public static Users withALog(Api api, Mailbox mailbox) {
        Person person = Account.unique("UTC").join(api, mailbox);
        Diary diary = new Diary(person, new MonthModel(ZoneId.of("UTC")));
        TrackerFact tracker = diary.numericTracker("Running", "km");
        LogFact log = diary.number(tracker, "5.25", "CALM", java.time.Instant.now());
        return new Users(person, tracker, log);
    }

    /** Puts this user's ids into a path such as {@code /api/v1/trackers/{tracker}/logs/{log}}. */
    public String path(String template) {
        return template.replace("{tracker}", tracker.id().toString())
                .replace("{log}", log.id().toString());
    }
}
