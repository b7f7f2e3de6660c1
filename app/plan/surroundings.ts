import type { Surroundings } from '#app/theory/checks/surroundings.ts';
import type { SeenMeasure } from '#app/theory/measures/seen.ts';
import type { Doubt } from '#app/theory/walk/doubts.ts';
import type { Theory } from '#app/theory/graph.ts';
import type { QuestionReached } from '#app/needs/missing/who-is-missing.ts';
import type { Shown } from '#app/statistics/small-numbers.ts';
import type { Coverage } from '#app/plan/coverage/coverage.ts';
import type { PlanLine } from './plan.ts';

/** What was read of a programme, from which the surroundings of its theory are put together. */
export interface AroundRead {
  today: string;
  programme: { startsOn: string; endsOn: string };
  theory: Theory;
  begunOn: string | null;
  needs: readonly Omit<Surroundings['needs'][number], 'evidence'>[];
  /** Frozen evidence: what it was taken from, as a text that is the same for the same source. */
  evidence: readonly { id: string; source: string; takenOn: string }[];
  /** Evidence whose source says something else now. */
  outdated: ReadonlySet<string>;
  themes: readonly {
    id: string;
    name: string;
    people: Shown;
    reply: { id: string; refused: boolean } | null;
  }[];
  ties: readonly {
    fromKind: string;
    fromId: string;
    toKind: string;
    toId: string;
    wordsThen: string;
  }[];
  reached: readonly (QuestionReached & { surveyId: string })[];
  lines: readonly PlanLine[];
  coverages: readonly Coverage[];
  measures: readonly SeenMeasure[];
  library: Surroundings['library'];
  doubts: readonly Doubt[];
  /** The roles of those who changed the theory. */
  roles: readonly string[];
  walked: boolean;
}

/** The surroundings of a theory, as its checks ask for them. */
export function surroundingsOf(read: AroundRead): Surroundings {
  const { today, programme, begunOn, library, roles, walked } = read;
  return {
    today,
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    begunOn,
    needs: needsAround(read),
    themes: themesAround(read),
    groups: groupsAround(read.reached),
    lines: linesAround(read),
    packs: packsAround(read.coverages),
    courses: read.measures.map(({ measure, standing }) => ({
      measureId: measure.id,
      ...standing,
    })),
    library,
    doubts: read.doubts.map(({ about, agreement, consultationId, title }) => ({
      on: about.id,
      agreement,
      consultationId,
      title,
    })),
    editors: roles.length,
    heard: walked || roles.some((role) => role === 'partner'),
  };
}

function needsAround({ needs, evidence, outdated, ties }: AroundRead): Surroundings['needs'] {
  const known = new Map(evidence.map((one) => [one.id, one]));
  return needs.map(({ id, statement, who, priority, notNowBecause }) => ({
    id,
    statement,
    who,
    priority,
    notNowBecause,
    evidence: ties
      .filter((tie) => tie.fromKind === 'evidence' && tie.toKind === 'need' && tie.toId === id)
      .flatMap(({ fromId }) => known.get(fromId) ?? [])
      .map((one) => ({
        source: one.source,
        takenOn: one.takenOn,
        stale: outdated.has(one.id),
      })),
  }));
}

function themesAround({ themes, ties, theory }: AroundRead): Surroundings['themes'] {
  const from = (kind: string, id: string, toKind: string) =>
    ties
      .filter((tie) => tie.fromKind === kind && tie.fromId === id && tie.toKind === toKind)
      .map(({ toId }) => toId);
  const inTheory = new Set([...theory.boxes, ...theory.links].map(({ id }) => id));
  return themes.map(({ id, name, people, reply }) => {
    const promised = ties.filter(
      ({ fromKind, toKind, toId }) =>
        fromKind === 'plan-line' && toKind === 'reply' && toId === reply?.id,
    );
    const evidence = from('theme', id, 'evidence');
    const touched = [...from('theme', id, 'box'), ...from('theme', id, 'link')];
    return {
      id,
      name,
      people,
      needIds: [...new Set(evidence.flatMap((each) => from('evidence', each, 'need')))],
      inTheory: touched.some((each) => inTheory.has(each)),
      lineIds: [...from('theme', id, 'plan-line'), ...promised.map(({ fromId }) => fromId)],
      refused: reply?.refused ?? false,
    };
  });
}

/** Every group that a survey was to reach, with the most that any survey heard of it. */
function groupsAround(reached: AroundRead['reached']): Surroundings['groups'] {
  const most = new Map<string, Surroundings['groups'][number]>();
  for (const { surveyId, groups } of reached) {
    for (const { label, count } of groups) {
      const before = most.get(label);
      if (before === undefined || weight(count) > weight(before.heard)) {
        most.set(label, { name: label, heard: count, surveyId });
      }
    }
  }
  return [...most.values()];
}

/** A hidden count is somebody, but fewer than any that is shown. */
const weight = (count: Shown) => (typeof count === 'number' ? count : 0.5);

function linesAround({ lines, ties, theory }: AroundRead): Surroundings['lines'] {
  const labels = new Map(theory.boxes.map(({ id, label }) => [id, label]));
  const changed = (lineId: string) =>
    ties
      .filter(({ fromKind, toKind, toId }) => {
        return fromKind === 'box' && toKind === 'plan-line' && toId === lineId;
      })
      .filter(({ fromId, wordsThen }) => wordsThen !== '' && labels.get(fromId) !== wordsThen)
      .map(({ fromId }) => fromId);
  return lines.map((line) => ({
    id: line.id,
    title: line.title,
    owner: line.owner,
    startsOn: line.startsOn,
    endsOn: line.endsOn,
    milestone: line.milestone,
    costPence: line.costPence,
    status: line.status,
    activityIds: line.activityIds,
    changedIds: changed(line.id),
  }));
}

const BINDS: ReadonlySet<string> = new Set(['legal-duty', 'minimum']);

function packsAround(coverages: readonly Coverage[]): Surroundings['packs'] {
  return coverages.map(({ pack, requirements }) => ({
    id: pack.id,
    title: pack.title,
    missing: requirements
      .filter(({ requirement, state }) => BINDS.has(requirement.kind) && state === 'not')
      .map(({ requirement }) => requirement.text),
  }));
}
