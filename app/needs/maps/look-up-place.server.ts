import type { Programme } from '#db/people.ts';
import type { Finding } from '#app/needs/finding.ts';
import type { FindingSource } from '#app/needs/finding-source.ts';
import { listsOf, standingRow, standingRows } from '#app/needs/registers/read-register.server.ts';
import { SPECS } from '#app/needs/registers/spec.ts';
import { distances } from './distance.server.ts';
import {
  barrierFinding,
  distanceFinding,
  reachFinding,
  registerFinding,
} from './place-findings.ts';
import { reachAgainstNeed } from './reach.server.ts';

type PlaceSource = Extract<FindingSource, { from: 'distance' | 'reach' | 'register' | 'barrier' }>;

/** What a map or a register says now, or null when it says nothing (any more). */
export async function lookUpPlaceFinding(
  programme: Programme,
  source: PlaceSource,
): Promise<Finding | null> {
  switch (source.from) {
    case 'distance': {
      const { nearest, to, children } = await distances(programme, source.to);
      if (to.length === 0) return null;
      return distanceFinding(nearest, Number(source.metres), source.to, children);
    }
    case 'reach': {
      const { reach, names, chosen } = await reachAgainstNeed(programme, source);
      const isSame = chosen.need === source.need && chosen.reach === source.reach;
      return reach && isSame ? reachFinding(reach, names, { ...chosen }) : null;
    }
    case 'register': {
      const rows = await standingRows(programme, source.register);
      const lists = await listsOf(programme);
      return registerFinding(SPECS[source.register], rows, lists, source.field, source.value);
    }
    case 'barrier': {
      const row = await standingRow(programme, 'barriers', source.barrier);
      return row && barrierFinding(SPECS.barriers, row, await listsOf(programme));
    }
  }
}
