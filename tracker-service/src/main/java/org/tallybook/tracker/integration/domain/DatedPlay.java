package org.tallybook.tracker.integration.domain;

import java.time.LocalDate;

/**
 * A play with the day it counts for.
 *
 * @param day the user's own when the play was first seen; a later change of zone or day start moves it no more
 */
public record DatedPlay(Play play, LocalDate day) {}
