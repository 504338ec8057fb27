package org.tallybook.auth.identity.domain;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What a user may change at will.
 *
 * @param username unique among all users
 * @param zone where the user's days begin and end
 * @param locale language of mails and reports
 * @param dayStart when a day begins for the user, in whole minutes
 */
public record Profile(Username username, ZoneId zone, Locale locale, LocalTime dayStart) {}
