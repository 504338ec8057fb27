/** The only door to Tallybook: assembles the features below into one chain per request. */
@NullMarked
package org.tallybook.gateway;

import org.jspecify.annotations.NullMarked;
