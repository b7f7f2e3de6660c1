import { Model, type Question as CoreQuestion } from 'survey-core';
import { answersShape, longestOf, settled } from './answers.ts';
import { isEmpty } from './conditions.ts';
import { Definition, questionsOf, type Question } from './definition.ts';
import { authored, ENGLISH_SPEAKER, type Speaker } from './languages/speaker.ts';
import { requiredMessage } from './required-message.ts';
import { failedMessage } from './validators.ts';
import { EXCLUSIVE, hasOther, OTHER, optionsOf, otherKey } from './options.ts';
import { settler } from './quick-asked.ts';
import {
  askedNames,
  askedSteps,
  stepsOf,
  type Answers,
  type AskedStep,
  type Step,
} from './steps.ts';

/** What is wrong with one answer: the question, the form field to go to, and what to do. */
export interface AnswerProblem {
  name: string;
  field: string;
  message: string;
}

/** A published questionnaire, made ready once and used for every answer to it. */
export interface Rules {
  definition: Definition;
  steps: readonly Step[];
  questions: readonly Question[];
  /** What is wrong with the answers to these questions, given all answers so far. */
  problemsWith: (
    questions: readonly Question[],
    answers: Answers,
    speaker?: Speaker,
  ) => AnswerProblem[];
  /** A whole set of answers: what will be stored of it, and what is wrong with it. */
  finish: (
    answers: Answers,
    speaker?: Speaker,
  ) => { kept: Record<string, unknown>; problems: AnswerProblem[] };
  /**
   * The same for whole files of answers by our own reading of the rules, many times as fast;
   * survey-core is still asked where the author set validators of their own. A required answer may
   * be missing, and so may the words of "something else": on paper nothing stops anybody from leaving
   * them out.
   */
  finishImported: (answers: Answers) => {
    kept: Record<string, unknown>;
    problems: AnswerProblem[];
  };
  /** The steps that somebody with these answers is shown. */
  asked: (answers: Answers) => AskedStep[];
}

const MOST_KEPT = 40;
const ready = new Map<string, Rules>();

/**
 * The rules of one published version, which never changes: building survey-core's model costs several
 * times what one check costs, so the most recently used versions are kept.
 */
export function rulesOf(version: { id: string; definition: unknown }): Rules {
  const known = keptRules(version.id);
  if (known) return known;
  const rules = makeRules(Definition.parse(version.definition));
  ready.set(version.id, rules);
  const [oldest] = ready.keys();
  if (ready.size > MOST_KEPT && oldest !== undefined) ready.delete(oldest);
  return rules;
}

/** The rules of a published version where they are at hand; used last, they are let go last. */
export function keptRules(versionId: string): Rules | undefined {
  const rules = ready.get(versionId);
  if (!rules) return undefined;
  ready.delete(versionId);
  ready.set(versionId, rules);
  return rules;
}

export function makeRules(definition: Definition): Rules {
  const steps = stepsOf(definition);
  const questions = questionsOf(definition);
  const shape = answersShape(questions);
  const model = new Model(definition);
  // Who is asked is settled here: the model must not take answers away by itself.
  model.clearInvisibleValues = 'none';

  /**
   * Fills the model with the answers that count and says who is asked: survey-core's own verdict,
   * begun from ours, which agrees (a property test), so that one round is enough. No await may come
   * between filling the model and reading it: it is shared.
   */
  const fill = (answers: Answers): string[] => {
    let counted = settled(askedNames(steps, answers), answers);
    for (;;) {
      const filled = withoutEmpty(counted);
      model.data = filled;
      const asked = questions
        .filter(({ name }) => isShown(model.getQuestionByName(name)))
        .map(({ name }) => name);
      counted = settled(asked, counted);
      if (Object.keys(filled).every((key) => Object.hasOwn(counted, key))) return asked;
    }
  };

  const validated = questions.filter(({ validators = [] }) => validators.length > 0);
  const judgedFurther = new Set(questions.filter(isJudgedFurther).map(({ name }) => name));

  const problemsIn = (
    about: readonly Question[],
    answers: Answers,
    speaker = ENGLISH_SPEAKER,
  ): AnswerProblem[] => {
    const wrong = about.filter((question) => ourProblem(question, answers, shape).length > 0);
    if (wrong.length > 0) {
      // The shape was made once, in English. In another language only what is wrong is made anew.
      const said = speaker === ENGLISH_SPEAKER ? shape : answersShape(wrong, speaker);
      return wrong.flatMap((question) => ourProblem(question, answers, said, speaker));
    }
    return about
      .filter(({ name }) => judgedFurther.has(name))
      .flatMap((question) =>
        coreProblem(question, model.getQuestionByName(question.name), answers, speaker),
      );
  };

  const surely = quickLook(questions);
  const settle = settler(steps);

  return {
    definition,
    steps,
    questions,
    asked: (answers) => askedSteps(steps, answers),
    problemsWith(about, answers, speaker) {
      if (about.some(({ name }) => judgedFurther.has(name))) fill(answers);
      return problemsIn(about, answers, speaker);
    },
    finish(answers, speaker) {
      const asked = fill(answers);
      const kept = settled(asked, answers);
      const about = questions.filter(({ name }) => asked.includes(name));
      return { kept, problems: problemsIn(about, kept, speaker) };
    },
    finishImported(answers) {
      const kept = settle(answers);
      const ours: AnswerProblem[] = [];
      for (const question of questions) {
        if (isEmpty(kept[question.name]) || surely(question, kept)) continue;
        ours.push(...shapeProblem(question, kept, shape));
      }
      const more = validated.filter(({ name }) => !isEmpty(kept[name]));
      if (ours.length > 0 || more.length === 0) return { kept, problems: ours };
      fill(kept);
      return { kept, problems: problemsIn(more, kept) };
    },
  };
}

function withoutEmpty(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEmpty(answer)));
}

function isShown(question: CoreQuestion | null): boolean {
  return question?.isVisible === true && question.isParentVisible;
}

/** Spaces are no answer to what has to be answered, here as in survey-core. */
const saysNothing = (answer: unknown) =>
  isEmpty(answer) || (typeof answer === 'string' && answer.trim() === '');

function ourProblem(
  question: Question,
  answers: Answers,
  shape: ReturnType<typeof answersShape>,
  speaker = ENGLISH_SPEAKER,
): AnswerProblem[] {
  const { name } = question;
  const answer = answers[name];
  if (saysNothing(answer)) {
    if (question.isRequired !== true) return [];
    return [{ name, field: name, message: requiredMessage(question, speaker) }];
  }
  const misshapen = shapeProblem(question, answers, shape);
  if (misshapen.length > 0) return misshapen;
  const saysOther = Array.isArray(answer) ? answer.includes(OTHER) : answer === OTHER;
  if (saysOther && hasOther(question) && saysNothing(answers[otherKey(name)])) {
    const { language, words, say } = speaker;
    const option =
      optionsOf(question, language.code, words).find(({ value }) => value === OTHER)?.text ?? '';
    const own = 'otherErrorText' in question ? authored(question.otherErrorText, speaker) : '';
    const message = own || say('mustExplain', { option });
    return [{ name, field: otherKey(name), message }];
  }
  return [];
}

/** What the strict shape of answers says of one answer and its other words. */
function shapeProblem(
  question: Question,
  answers: Answers,
  shape: ReturnType<typeof answersShape>,
): AnswerProblem[] {
  const { name } = question;
  for (const key of [name, otherKey(name)]) {
    const one = shape.shape[key];
    if (one === undefined || answers[key] === undefined) continue;
    const read = one.safeParse(answers[key]);
    const [issue] = read.success ? [] : read.error.issues;
    if (issue) return [{ name, field: key, message: issue.message }];
  }
  return [];
}

/**
 * Makes the quick look that settles most answers of a file: one of the list, or a short text. What it
 * does not settle goes to the strict shape.
 */
function quickLook(questions: readonly Question[]) {
  const known = new Map(
    questions.map((question) => [
      question.name,
      {
        other: otherKey(question.name),
        listed: new Set<unknown>(optionsOf(question).map(({ value }) => value)),
        longest: question.type === 'comment' ? longestOf(question) : 0,
        free:
          question.type === 'checkbox' &&
          !question.minSelectedChoices &&
          !question.maxSelectedChoices,
        anyNumber:
          question.type === 'text' &&
          question.inputType === 'number' &&
          question.min === undefined &&
          question.max === undefined,
      },
    ]),
  );
  return ({ name }: Question, answers: Answers): boolean => {
    const about = known.get(name);
    const answer = answers[name];
    if (about === undefined || answers[about.other] !== undefined) return false;
    if (Array.isArray(answer)) return about.free && isPlainChoice(answer, about.listed);
    if (about.listed.has(answer)) return true;
    if (typeof answer === 'number') return about.anyNumber && Number.isFinite(answer);
    return typeof answer === 'string' && answer.length <= about.longest;
  };
}

/** Each of the list, none twice, and none that must stand alone. */
function isPlainChoice(chosen: readonly unknown[], listed: ReadonlySet<unknown>): boolean {
  return chosen.every(
    (one, at) => listed.has(one) && chosen.indexOf(one) === at && !EXCLUSIVE.includes(String(one)),
  );
}

/**
 * Whether survey-core may find something in an answer in which we found nothing: an author's own
 * validators, and its own look at numbers, days and addresses. Of all others it has nothing to say (a
 * property test), and filling it with the answers is what costs most of judging a page.
 */
function isJudgedFurther(question: Question): boolean {
  if ((question.validators ?? []).length > 0) return true;
  return question.type === 'text' && (question.inputType ?? 'text') !== 'text';
}

function coreProblem(
  question: Question,
  core: CoreQuestion | null,
  answers: Answers,
  speaker: Speaker,
): AnswerProblem[] {
  if (core === null || !isShown(core) || core.validate(true)) return [];
  const { name } = question;
  return [{ name, field: name, message: failedMessage(question, answers[name], speaker) }];
}
