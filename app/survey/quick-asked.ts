import { isEmpty, isMet, type Condition } from './conditions.ts';
import { isQuestion } from './definition.ts';
import { OTHER, otherKey } from './options.ts';
import { readCondition } from './read-condition.ts';
import type { Answers, Step } from './steps.ts';

/** One question of a questionnaire with all that decides whether it is asked, read once. */
interface Line {
  name: string;
  other: string;
  /** All of these must hold: of its page, of its panel, its own. */
  conditions: readonly Condition[];
}

/**
 * What `settled(askedNames(steps, answers), answers)` gives, for whole files of answers: everything
 * that does not depend on the answers is worked out once. A property test holds the two together.
 */
export function settler(steps: readonly Step[]): (answers: Answers) => Record<string, unknown> {
  const read = new Map<string, Condition>();
  const conditionOf = (expression: string): Condition => {
    const known = read.get(expression);
    if (known) return known;
    const found = readCondition(expression);
    if (!found.ok) throw new Error(`The condition “${expression}” cannot be read.`);
    read.set(expression, found.condition);
    return found.condition;
  };
  const blocks = steps.map((step) => ({
    conditions: step.conditions.map(conditionOf),
    lines: step.elements.filter(isQuestion).map(({ name, visibleIf }): Line => ({
      name,
      other: otherKey(name),
      conditions: visibleIf === undefined ? [] : [conditionOf(visibleIf)],
    })),
  }));
  return (answers) => {
    // What is not asked counts as not answered: conditions see only answers to what was asked.
    const counted: Record<string, unknown> = {};
    const kept: Record<string, unknown> = {};
    const holds = (condition: Condition) => isMet(condition, counted);
    for (const { conditions, lines } of blocks) {
      if (conditions.length > 0 && !conditions.every(holds)) continue;
      // All questions of a page are decided by what came before the page.
      const asked = lines.filter((line) => line.conditions.every(holds));
      for (const { name, other } of asked) {
        const answer = Object.hasOwn(answers, name) ? answers[name] : null;
        if (isEmpty(answer)) {
          kept[name] = null;
          continue;
        }
        counted[name] = answer;
        kept[name] = answer;
        if (answer !== OTHER && !(Array.isArray(answer) && answer.includes(OTHER))) continue;
        const words = answers[other];
        if (typeof words === 'string' && words !== '') kept[other] = words;
      }
    }
    return kept;
  };
}
