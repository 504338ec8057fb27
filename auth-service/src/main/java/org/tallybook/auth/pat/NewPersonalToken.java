package org.tallybook.auth.pat;

import org.tallybook.auth.pat.domain.PersonalToken;
import org.tallybook.auth.pat.domain.TokenText;

/** A token that was just made: the one time that its text is known. */
public record NewPersonalToken(PersonalToken token, TokenText text) {}
