package org.tallybook.auth.device.domain;

/** What a sign-in tells about the device it came from. */
public enum Sighting {
    /** The account's first device: there is nobody to warn yet. */
    FIRST,
    NEW,
    KNOWN
}
