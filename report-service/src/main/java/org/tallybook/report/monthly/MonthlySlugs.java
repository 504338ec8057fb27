package org.tallybook.report.monthly;

import org.tallybook.kit.problem.Kind;
import org.tallybook.kit.problem.Slug;

/** The refusals of monthly reports. */
public final class MonthlySlugs {

    public static final Slug MONTH_IN_FUTURE = new Slug("month-in-future", Kind.NOT_FOUND);
    public static final Slug RENDERING_BUSY = new Slug("rendering-busy", Kind.UNAVAILABLE);

    private MonthlySlugs() {}
}
