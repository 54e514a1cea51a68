/** People who sign in: accounts, roles, tokens for machines, and the audit trail. */
@NullMarked
package city.renewal.account;

import org.jspecify.annotations.NullMarked;
