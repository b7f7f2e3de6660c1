import { Model } from 'survey-core';
import { makeRules } from '#app/survey/rules.server.ts';
import type { Definition } from '#app/survey/definition.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { timed, type Case } from '../case.ts';

const ANSWERS = {
  childrenAges: ['1-2', '3-4'],
  hubUse: 'once',
  satisfaction: 4,
  barriers: ['transport'],
  support: ['sleep'],
};

const validation: Case = {
  id: 'validation',
  what: 'How long it takes to check a whole set of answers when a family presses “Send”.',
  unit: 'ms',
  better: 'less',
  limitIs: 'the same by a fresh model of survey-core, which keeps no rules of our own',
  goal: 1,
  async run({ quick }) {
    const definition = surveyTemplate('family-needs')?.definition as Definition;
    const rules = makeRules(definition);
    const times = quick ? 20 : 200;
    const samples = await timed(times, () => rules.finish(ANSWERS), 10);
    const fresh = await timed(
      times,
      () => {
        const model = new Model(definition);
        model.clearInvisibleValues = 'onComplete';
        model.data = ANSWERS;
        model.validate(false);
      },
      10,
    );
    return { samples, limit: fresh.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN };
  },
};

export default validation;
