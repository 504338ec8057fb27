package org.tallybook.local.stack;

/** A server that this process starts and stops, listening on 127.0.0.1 only. */
public sealed interface EmbeddedPart extends Part
        permits EmbeddedBroker, EmbeddedDatabase, EmbeddedMail, EmbeddedRedis {}
