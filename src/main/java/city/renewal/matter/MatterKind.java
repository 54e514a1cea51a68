package city.renewal.matter;

import city.renewal.base.Words;

/**
 * What a matter is about, from {@code config/matters.yaml}.
 *
 * @param id      stable, such as {@code leak}
 * @param take    until when somebody has to work on it
 * @param answer  until when it has to be answered
 * @param dispute whether it is between neighbours, so that it never becomes public and has a mediation record
 * @param source  where the times come from, in Chinese
 */
public record MatterKind(String id, Words name, TimeLimit take, TimeLimit answer, boolean dispute, String source) {
}
