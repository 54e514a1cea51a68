/**
 * Plans from templates: {@code config/templates} and templates saved from projects say of which work a kind of project
 * consists ({@link city.renewal.plan.template.PlanTemplate}), a
 * {@link city.renewal.plan.template.Layout} where it is done, a {@link city.renewal.plan.template.Breakdown} is the
 * two put together, without dates.
 */
@NullMarked
package city.renewal.plan.template;

import org.jspecify.annotations.NullMarked;
