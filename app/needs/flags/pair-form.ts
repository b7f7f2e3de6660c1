import { z } from 'zod';
import { questionsOf, titleOf, type Definition } from '#app/survey/definition.ts';
import { optionsOf } from '#app/survey/options.ts';

export interface PairChoice {
  name: string;
  title: string;
  options: { value: string; text: string }[];
}

/** The questions with answers to choose from, of which two can be named as hardly going together. */
export function pairable(definition: Definition): PairChoice[] {
  return questionsOf(definition)
    .map((question) => ({
      name: question.name,
      title: titleOf(question),
      options: optionsOf(question).map(({ value, text }) => ({ value: String(value), text })),
    }))
    .filter(({ options }) => options.length > 0);
}

/** A pair in words: “Who are you?” Father, with “What is your sex?” Female. */
export function pairWords(
  pair: { question: string; option: string; otherQuestion: string; otherOption: string },
  definition: Definition,
): string {
  const choices = pairable(definition);
  const words = (name: string, option: string) => {
    const question = choices.find((one) => one.name === name);
    const text = question?.options.find(({ value }) => value === option)?.text ?? option;
    return `“${question?.title ?? name}” ${text}`;
  };
  return `${words(pair.question, pair.option)}, with ${words(pair.otherQuestion, pair.otherOption)}`;
}

/** One choice in a select: the question's name, a colon, the code of the answer. */
export const choiceValue = (name: string, option: string) => `${name}:${option}`;

const Chosen = (instruction: string) =>
  z
    .string(instruction)
    .regex(/^[^:]+:.+$/, instruction)
    .transform((text) => {
      const at = text.indexOf(':');
      return { name: text.slice(0, at), option: text.slice(at + 1) };
    });

/** What the page of marked answers posts. */
export const MarkedForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('pair'),
    one: Chosen('Select the first answer'),
    other: Chosen('Select the second answer'),
    why: z
      .string('Say why they hardly go together')
      .min(3, 'Say why they hardly go together')
      .max(300, 'Say why in 300 characters or fewer'),
  }),
  z.object({ intent: z.literal('drop-pair'), id: z.string() }),
]);

const ids = z
  .union([z.string(), z.array(z.string())], 'Select at least one set of answers')
  .transform((value) => [value].flat());

/** What the page of one cluster posts. */
export const ClusterForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('set-aside'),
    ids,
    reason: z
      .string('Enter the reason')
      .min(3, 'Enter the reason: it stands in the method note')
      .max(500, 'The reason must be 500 characters or fewer'),
  }),
  z.object({ intent: z.literal('keep'), ids, reason: z.string().max(500).default('') }),
  z.object({ intent: z.literal('undo'), ids, reason: z.string().max(500).default('') }),
]);
