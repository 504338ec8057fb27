package org.tallybook.report.monthly.persistence;

import org.tallybook.report.monthly.domain.MonthFacts;
import org.tallybook.report.monthly.domain.Profile;
import org.tallybook.report.monthly.domain.Standing;

/** Everything a month is computed from, as of one instant of the database. */
public record FactSnapshot(Profile profile, Standing standing, MonthFacts facts) {}
