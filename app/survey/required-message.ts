import { titleOf, type Question } from './definition.ts';
import { authored, type Speaker } from './languages/speaker.ts';

/** The instruction when a question that must be answered was not. */
export function requiredMessage(question: Question, speaker: Speaker): string {
  const own = authored(question.requiredErrorText, speaker);
  if (own !== '') return own;
  const { language, say } = speaker;
  const title = titleOf(question, language.code);
  switch (question.type) {
    case 'text':
    case 'comment':
      return say('mustEnter', { title });
    case 'checkbox':
      return say('mustSelectSome', { title });
    case 'radiogroup':
    case 'dropdown':
    case 'rating':
    case 'boolean':
      return say('mustSelect', { title });
  }
}
