/** A demo user with a year of plausible entries, made through the public API like any other client's. */
@NullMarked
package org.tallybook.local.demo;

import org.jspecify.annotations.NullMarked;
