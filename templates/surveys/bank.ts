import { questionsOf, type Question } from '#app/survey/definition.ts';
import { surveyTemplates, type Origin } from './index.ts';

/** A question that can be put into any questionnaire, with where it comes from. */
export interface BankQuestion {
  /** questionnaire:name, such as equality:sex; the same question has one key wherever it is asked. */
  key: string;
  question: Question;
  origin: Origin;
  /** The names of the questionnaires that ask it. */
  askedIn: readonly string[];
  /** A question that this one only follows, by its condition; take both or drop the condition. */
  follows: string | null;
}

export interface BankSection {
  id: string;
  title: string;
  /** What the questions are for: the questionnaire and the page that they come from. */
  from: string;
  questions: readonly BankQuestion[];
}

/** Every question that is shipped, once, by the part of a questionnaire that it belongs to. */
export const questionBank: readonly BankSection[] = sections();

export function bankQuestion(key: string): BankQuestion | undefined {
  return questionBank.flatMap(({ questions }) => questions).find((each) => each.key === key);
}

function sections(): BankSection[] {
  const seen = new Set<string>();
  // The equality questions first: others only name them.
  const inOrder = [...surveyTemplates].sort(
    (a, b) => Number(b.id === 'equality') - Number(a.id === 'equality'),
  );
  const found = inOrder.flatMap((template) =>
    template.definition.pages.map((page): BankSection => ({
      id: `${template.id}-${page.name}`,
      title: typeof page.title === 'string' ? page.title : template.name,
      from: template.name,
      questions: questionsOf({ pages: [page] })
        .filter(({ name }) => !seen.has(identity(template.id, name)))
        .map((question) => {
          const key = `${template.id}:${question.name}`;
          seen.add(identity(template.id, question.name));
          return {
            key,
            question,
            origin: originIn(template.origins, question.name),
            askedIn: surveyTemplates
              .filter((each) => asksTheSame(each.definition, question))
              .map(({ name }) => name),
            follows: /\{([\w-]+)\}/.exec(question.visibleIf ?? '')?.[1] ?? null,
          };
        }),
    })),
  );
  const most = [...found.filter(({ id }) => !id.startsWith('equality-'))];
  const last = found.filter(({ id }) => id.startsWith('equality-'));
  return [...most, ...last].filter(({ questions }) => questions.length > 0);

  /** Two questionnaires may use one name for different questions; the same question is known by its words. */
  function identity(templateId: string, name: string): string {
    const definition = surveyTemplates.find(({ id }) => id === templateId)?.definition;
    const question = definition && questionsOf(definition).find((each) => each.name === name);
    return JSON.stringify(question ?? name);
  }
}

function asksTheSame(definition: Parameters<typeof questionsOf>[0], question: Question): boolean {
  const words = JSON.stringify(question);
  return questionsOf(definition).some((each) => JSON.stringify(each) === words);
}

function originIn(origins: Readonly<Record<string, Origin>>, name: string): Origin {
  const origin = origins[name];
  if (origin === undefined) throw new Error(`The question ${name} has no origin.`);
  return origin;
}
