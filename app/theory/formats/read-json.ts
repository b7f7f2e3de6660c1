import { plainTexts } from '#app/http/plain-text.ts';
import { refusedMap, type ReadMap } from './foreign.ts';
import { FORMAT, fromJson, type ReadTheory } from './json.ts';
import { isKumu, readKumu } from './kumu.ts';
import { isPlainGraph, readPlainGraph } from './plain-graph.ts';
import { isPrsm, readPrsm } from './prsm.ts';
import { isResultsMatrix, readResultsMatrix } from './results-matrix.ts';
import { isTocMaker, readTocMaker } from './toc-maker.ts';

/** JSON of any of the programs that we know, told by what stands in it and not by its name. */
export function readJson(text: string, title: string): { ours: ReadTheory } | { foreign: ReadMap } {
  const parsed = parsedJson(text);
  if ('problem' in parsed) return { foreign: { ok: false, problems: [parsed.problem] } };
  const { value } = parsed;
  if (typeof value !== 'object' || value === null) return { foreign: notATheory() };
  if ((value as { format?: unknown }).format === FORMAT) return { ours: fromJson(text, title) };
  if (isTocMaker(value)) return { foreign: readTocMaker(value, title) };
  if (isKumu(value)) return { foreign: readKumu(value, title) };
  if (isPrsm(value)) return { foreign: readPrsm(value, title) };
  if (isResultsMatrix(value)) return { foreign: readResultsMatrix(value, title) };
  if (isPlainGraph(value)) return { foreign: readPlainGraph(value, title) };
  if ('$schema' in value && 'properties' in value) {
    const message =
      'This is a JSON Schema: it says how such files are made, and holds no theory itself. Choose a file that was made by it.';
    return { foreign: refusedMap('file', message) };
  }
  return { foreign: notATheory() };
}

function notATheory(): ReadMap {
  const message =
    'The file holds no theory of change. It needs a list “nodes” with an id, a type and a label each, and a list “links” with a source and a target each.';
  return refusedMap('file', message);
}

/** JSON with texts that can be stored everywhere, or the line on which it breaks off. */
function parsedJson(
  text: string,
): { value: unknown } | { problem: { where: string; message: string } } {
  try {
    return { value: plainTexts<unknown>(JSON.parse(text)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    const where = line === null ? 'file' : `line ${line}`;
    return { problem: { where, message: 'The file is not complete JSON from here on.' } };
  }
}
