/** Entity tags, lost-update protection and conditional reads (RFC 9110, section 13). */
@NullMarked
package org.tallybook.kit.etag;

import org.jspecify.annotations.NullMarked;
