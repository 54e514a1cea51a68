/**
 * The Gantt chart that planners edit and residents read: the Java side of the element {@code renewal-gantt}, whose
 * other half lies in {@code frontend/gantt}. It shows what it is given and reports what a person did; it computes no
 * dates and knows no database.
 */
@NullMarked
package city.renewal.gantt.ui;

import org.jspecify.annotations.NullMarked;
