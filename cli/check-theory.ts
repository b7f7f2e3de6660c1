import { STAGES, type Stage } from '#app/people/programme.ts';
import { checkTheory as findingsOf } from '#app/theory/checks/check-theory.ts';
import { countsByType, TYPE_WORDS, type BoxType } from '#app/theory/graph.ts';
import { many } from '#app/ui/words.ts';
import { readArgs, UsageError, type Verb } from './io.ts';
import { choicesIn, THEORY_OPTIONS, theoryNamed } from './theory-of.ts';

/** Ends with 1 when the file cannot be read or something stands in the way at the stage asked for. */
export const checkTheory: Verb = {
  usage: `check theory FILE|ID [--stage ${STAGES.join('|')}] [--as "Name in the file=type"] [--json]`,
  about: 'Counts the elements of a theory of change and says what is missing or does not hold.',
  async run(args, io) {
    const { values, positionals } = readArgs(args, {
      stage: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...THEORY_OPTIONS,
    });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1) {
      throw new UsageError('Give one file or one id of a theory of change.');
    }
    const asked = stageNamed(values.stage);
    const found = await theoryNamed(name, choicesIn(values.as));
    if (!found.ok) {
      if (values.json) io.json({ problems: found.problems });
      else for (const { where, message } of found.problems) io.print(`${where}: ${message}`);
      return 1;
    }
    const { theory, notes } = found;
    const stage = asked ?? found.stage ?? 'draft';
    const findings = findingsOf(theory, stage, found.around);
    const counts = countsByType(theory);
    const links = theory.links.length;
    if (values.json) {
      const brief = findings.map(({ id, severity, targets, message, why, todo }) => ({
        id,
        severity,
        targets,
        message,
        why,
        todo,
      }));
      io.json({ title: theory.title, stage, counts, links, notes, findings: brief });
    } else {
      io.print(`${theory.title} (stage: ${stage})`);
      for (const [type, count] of Object.entries(counts) as [BoxType, number][]) {
        const { one, many: more } = TYPE_WORDS[type];
        if (count > 0) io.print(`  ${many(count, one.toLowerCase(), more.toLowerCase())}`);
      }
      io.print(links === 0 ? '  no link is drawn' : `  ${many(links, 'link')}`);
      for (const note of notes) io.print(`  note: ${note}`);
      for (const { severity, id, message, todo } of findings) {
        io.print(`${severity} ${id}: ${message} ${todo}`);
      }
      if (findings.length === 0) io.print('Nothing was found.');
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function stageNamed(word: string | undefined): Stage | null {
  if (word === undefined) return null;
  const stage = STAGES.find((each) => each === word);
  if (stage === undefined) throw new UsageError(`“${word}” is no stage: use ${STAGES.join(', ')}.`);
  return stage;
}
