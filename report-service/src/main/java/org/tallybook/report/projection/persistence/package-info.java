/** Version-guarded writes of facts and the watermark of what has arrived. */
@NullMarked
package org.tallybook.report.projection.persistence;

import org.jspecify.annotations.NullMarked;
