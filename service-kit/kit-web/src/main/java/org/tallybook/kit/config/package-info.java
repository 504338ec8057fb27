/** Operator configuration: what one environment variable means to several properties. */
@NullMarked
package org.tallybook.kit.config;

import org.jspecify.annotations.NullMarked;
