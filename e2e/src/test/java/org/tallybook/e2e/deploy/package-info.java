/** Holds what is written about the installation (compose, Kubernetes, images, documents) to the code and to itself. */
@NullMarked
package org.tallybook.e2e.deploy;

import org.jspecify.annotations.NullMarked;
