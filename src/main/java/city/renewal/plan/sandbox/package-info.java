/**
 * What-if: edits tried on a plan without touching it. A sandbox keeps nothing but its edits; to look at it or to edit it
 * they are made on the plan itself in a transaction that is then taken back, so that a sandbox is edited by the same
 * rules as a plan, follows the plan as work goes on, and can be seen by nobody who does not ask for it.
 */
@NullMarked
package city.renewal.plan.sandbox;

import org.jspecify.annotations.NullMarked;
