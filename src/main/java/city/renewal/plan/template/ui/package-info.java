/** The assistant that makes a plan from a template, step by step. */
@NullMarked
package city.renewal.plan.template.ui;

import org.jspecify.annotations.NullMarked;
