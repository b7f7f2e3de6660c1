import { short, type Circumstances } from '../report.ts';
import { growthOf, type Axis, type Course } from './axes.ts';

/** What each axis means to the people who run a server, under its heading. */
const MEANING: Readonly<Record<Axis['id'], string>> = {
  answers:
    'The largest surveys of one council have some ten thousand answers; a hundred thousand is all families of a large city, and a million is a nation. The pages of families read no answers of others. The first opening of results after a change reads every answer once; later openings use what is in memory, so that a survey of a million is for a server with memory to spare.',
  boxes:
    'Theories of change that people work with have 30 to 120 boxes. Several hundred are a map that nobody reads; they are here to show that nothing breaks.',
  authorities: `Each authority here has staff, a programme and a survey with answers. Everything is found by its authority first. A server for many is sized by how many people are at work at the same moment rather than by how many authorities are on it.`,
};

/** docs/growth.md: the pictures, the tables beside them, and what they mean for who runs a server. */
export function growthPage(axes: readonly Axis[], about: Circumstances): string {
  const { date, commit, machine, node } = about;
  return `${[
    '# How cost grows',
    '',
    'Written by `npm run bench -- --growth`, which starts the built server on databases of growing size',
    'and asks it for the same things over HTTP. The figures are kept in `bench/results/growth.json`.',
    '',
    `Measured on ${date}, commit ${commit}, Node ${node}, ${machine}, one server, SQLite.`,
    '',
    'In the pictures each line on the grid is ten times the one before it. A level course says that size',
    'makes no difference; one that rises as fast as it runs says ten times the size, ten times the cost.',
    '',
    ...axes.flatMap(partOf),
    '## What to provide',
    '',
    ...provide(axes),
    '',
  ].join('\n')}`;
}

function partOf(axis: Axis): string[] {
  const units = [...new Set(axis.courses.map(({ unit }) => unit))];
  return [
    `## ${axis.title}`,
    '',
    MEANING[axis.id],
    '',
    ...units.flatMap((unit) => [
      `![${axis.title}, in ${unit === 'ms' ? 'milliseconds' : 'megabytes'}](pictures/${pictureName(axis, unit)})`,
      '',
      ...tableOf(axis, unit),
      '',
    ]),
  ];
}

/** The file of a picture, in docs/pictures. */
export const pictureName = (axis: Axis, unit: Course['unit']) =>
  `growth-${axis.id}-${unit.toLowerCase()}.svg`;

function tableOf(axis: Axis, unit: Course['unit']): string[] {
  const courses = axis.courses.filter((course) => course.unit === unit);
  const sizes = [...new Set(courses.flatMap(({ points }) => points.map(({ at }) => at)))];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row([axis.along, ...sizes.map(short), 'growth']),
    row(['---', ...sizes.map(() => '--:'), '---']),
    ...courses.map((course) => row([course.name, ...sizes.map(valueIn(course)), inWords(course)])),
  ];
}

const valueIn = (course: Course) => (size: number) => {
  const found = course.points.find(({ at }) => at === size);
  return found === undefined ? 'not measured' : `${short(found.value)} ${course.unit}`;
};

/** Growth said as a person would: "level", "29 times for 1,000 times the size". */
function inWords(course: Course): string {
  const growth = growthOf(course);
  if (growth === null) return '';
  if (growth.cost < 1.5) return 'level';
  return `${short(growth.cost)} times for ${short(growth.size)} times the size`;
}

function provide(axes: readonly Axis[]): string[] {
  const course = (id: Axis['id'], name: string) =>
    axes.find((axis) => axis.id === id)?.courses.find((each) => each.name === name);
  const disk = course('answers', 'Database on the disk');
  const memory = course('answers', 'Memory of the server')?.points.at(-1);
  const many = course('authorities', 'Memory of the server')?.points.at(-1);
  const family = course('answers', 'A question, for a family');
  const each = disk && perUnit(disk);
  return [
    each === undefined
      ? ''
      : `- **Disk**: an answer to 40 questions takes ${short(each * 1024)} KB. Provide four times the database: itself, a backup, a restore beside it, and growth.`,
    memory === undefined
      ? ''
      : `- **Memory**: after a survey of ${short(memory.at)} answers was shown, compared and taken away, the server held ${short(memory.value)} MB.${many ? ` With ${short(many.at)} authorities on it and one person at work it held ${short(many.value)} MB.` : ''} Provide 1 GB or more for one council.`,
    '- **Processors**: a server uses one processor for pages; a second is for long work and for the system. `bench/results/latest.json` says how many families a second one server takes.',
    family === undefined
      ? ''
      : `- **Families**: a question's page, as the answers of others grow: ${inWords(family)}.`,
  ].filter((line) => line !== '');
}

/** How much each more of the size cost, from the first point to the last. */
function perUnit({ points }: Course): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at === last.at) return undefined;
  return (last.value - first.value) / (last.at - first.at);
}
