import type { Facts, Template } from './template.ts';

/** A message as it is read. */
export interface Words {
  subject: string;
  /** The greeting, the paragraphs of the body, and who it comes from. */
  paragraphs: string[];
  /** As a text message. */
  text: string;
}

/** The words of a message: the template's, with a greeting and the name of who writes. */
export function wordsOf(template: Template, facts: Facts): Words {
  return {
    subject: oneLine(template.subject({ authority: facts.authority })),
    paragraphs: [
      `Dear ${oneLine(facts.name)},`,
      ...template.body(facts),
      `The parent carer panel, ${facts.authority}`,
    ],
    text: oneLine(template.text(facts)),
  };
}

/** The body of an e-mail. */
export function asPlainText({ paragraphs }: Pick<Words, 'paragraphs'>): string {
  return `${paragraphs.join('\n\n')}\n`;
}

/** What could begin a header or a line of its own is a space. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
