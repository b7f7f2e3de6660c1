import { NotFound } from '#app/people/errors.ts';
import type { Theory } from '#app/theory/graph.ts';
import { linesOf } from '#db/plan-lines.ts';
import type { Programme } from '#db/people.ts';
import { likenessesOf } from '#db/publications.ts';
import { theStore, type Reader } from '#db/store.server.ts';
import { theoryOfProgramme } from '#db/theory.ts';
import { libraryMeasure } from '#templates/measures/index.ts';
import { packsOfAuthority, titlesOf } from '../coverage/read-packs.server.ts';
import { groupByOutcome, type PlanLine } from '../plan.ts';
import { compareSides, type Part } from './compare.ts';
import { verdictKey } from './likeness.ts';
import { matrixOf, matrixSvg } from './matrix.ts';
import { codesOf, isMeant, nameOf, type Publication } from './publication.ts';
import { readPublications } from './read-publications.server.ts';
import { countTaken } from './read-taken.server.ts';
import { itemsOf, type Item, type LinesToCompare } from './side.ts';

/** Everything that the page of other authorities shows: the overview, and one comparison if asked. */
export async function readAcross(programme: Programme, asked: string | null) {
  const db = theStore().read;
  const { authorityId, id: programmeId } = programme;
  const publications = await readPublications(db, programme);
  const theory = (await theoryOfProgramme(db, authorityId, programmeId)) ?? null;
  const chosen = asked === null ? null : publications.find((each) => isMeant(each, asked));
  if (chosen === undefined) throw new NotFound('publication');
  const matrix = matrixOf(
    [
      { name: 'We', theory },
      ...publications.map((each) => ({
        name: nameOf(each),
        theory: each.theory?.theory ?? null,
      })),
    ],
    (id) => libraryMeasure(id)?.label,
  );
  return {
    publications: publications.map(headOf),
    matrix,
    picture: publications.length === 0 || matrix.rows.length === 0 ? '' : matrixSvg(matrix),
    compared: chosen === null ? null : await compareWith(db, programme, theory, chosen),
    taken: await countTaken(programme, publications),
  };
}

export type Across = Awaited<ReturnType<typeof readAcross>>;

/** A publication without what it holds, for lists. */
const headOf = ({ theory, plan, ...rest }: Publication) => ({
  ...rest,
  theory: theory && editionOf(theory),
  plan: plan && editionOf(plan),
});
export type PublicationHead = ReturnType<typeof headOf>;

const editionOf = ({
  code,
  versionId,
  version,
  publishedAt,
}: NonNullable<Publication['theory'] | Publication['plan']>) => ({
  code,
  versionId,
  version,
  publishedAt,
});

/** Everything of ours and of theirs that can be held against one another. */
export async function readSides(
  db: Reader,
  { authorityId, id: programmeId }: Pick<Programme, 'authorityId' | 'id'>,
  theory: Theory | null,
  { theory: theirTheory, plan }: Publication,
): Promise<{ ours: Item[]; theirs: Item[] }> {
  const titles = titlesOf(await packsOfAuthority(db, authorityId));
  const lines = await linesOf(db, authorityId, programmeId);
  return {
    ours: itemsOf(theory, ourLines(lines, theory), titles),
    theirs: itemsOf(theirTheory?.theory ?? null, plan?.plan.lines ?? [], titles),
  };
}

async function compareWith(
  db: Reader,
  programme: Programme,
  theory: Theory | null,
  chosen: Publication,
): Promise<{ publication: PublicationHead; parts: Part[] }> {
  const { ours, theirs } = await readSides(db, programme, theory, chosen);
  const said = await likenessesOf(db, programme.authorityId, programme.id, codesOf(chosen));
  return {
    publication: headOf(chosen),
    parts: compareSides(
      ours,
      theirs,
      new Map(
        said.map((each) => [
          verdictKey(each.ours, each.theirs),
          each.verdict === 'same' ? 'same' : 'different',
        ]),
      ),
    ),
  };
}

/** Our lines as they stand, stopped ones left out as they are from what is published. */
function ourLines(lines: readonly PlanLine[], theory: Theory | null): LinesToCompare[] {
  const running = lines.filter(({ status }) => status !== 'stopped');
  const groups = groupByOutcome(running, theory ?? { boxes: [], links: [] });
  return groups.flatMap(({ outcome, lines: under }) =>
    under.map(({ line, also }) => ({
      id: line.id,
      title: line.title,
      towards: [...(outcome === null ? [] : [outcome]), ...also].map(({ label }) => label),
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      steps: line.steps.map(({ title }) => ({ title })),
      requirements: line.requirementKeys,
    })),
  );
}
