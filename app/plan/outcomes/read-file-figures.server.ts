import { areaFilesOf } from '#db/area-files.ts';
import { areasBetween, filesWithAreas } from '#db/large-areas.ts';
import type { Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import {
  areasToCompare,
  filledFrom,
  LARGE_AREAS,
  type FileAsked,
  type FromFiles,
} from './file-figures.ts';

/**
 * What the imported files hold of England, regions and authorities. The authority's own counts are no
 * figures of elsewhere, and may be small: they are left out.
 */
export async function readFileFigures(programme: Programme, asked: FileAsked): Promise<FromFiles> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const files = (await areaFilesOf(read, authorityId, id)).filter((file) => !file.isOwnCount);
  const ids = files.map((file) => file.id);
  const large = new Set(await filesWithAreas(read, authorityId, ids, LARGE_AREAS));
  const offered = files
    .filter((file) => large.has(file.id))
    .map(({ id: fileId, title, measures }) => ({
      id: fileId,
      title,
      figures: measures.map(({ key, header }) => ({ key, header })),
    }));
  const file = offered.find((one) => one.id === asked.file);
  const figure = file?.figures.find(({ key }) => key === asked.figure);
  if (!file || !figure) return { offered, chosen: null, filled: null };
  const rows = await areasBetween(read, authorityId, file.id, LARGE_AREAS);
  const areas = areasToCompare(rows, figure.key);
  return {
    offered,
    chosen: {
      file: file.id,
      figure: figure.key,
      title: `${file.title}: ${figure.header}`,
      areas,
    },
    filled: filledFrom(
      areas.find(({ code }) => code === asked.area),
      { title: file.title, header: figure.header },
    ),
  };
}
