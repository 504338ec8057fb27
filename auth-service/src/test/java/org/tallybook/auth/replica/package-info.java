/** Two processes of the service that share everything but their memory. */
package org.tallybook.auth.replica;
