import type { Theory } from '#app/theory/graph.ts';
import type { PublicPlan } from '../public/public-plan.ts';

/** Something published of another programme: its theory, its plan or both, as they were frozen. */
export interface Publication {
  /** In addresses: the code of the theory, or of the plan, or the id of a file that was brought in. */
  key: string;
  owner: string;
  programme: string;
  fictional: boolean;
  /** Of the same authority as who looks. */
  isOurs: boolean;
  /** Brought in as a file, and therefore never newer than it was then. */
  isFile: boolean;
  theory: (Edition & { theory: Theory }) | null;
  plan: (Edition & { plan: PublicPlan }) | null;
}

/** Which edition of it: the address, the version and when it was published. */
export interface Edition {
  code: string;
  versionId: string;
  version: string;
  publishedAt: Date;
}

/** By what addresses it is known. */
interface Known {
  key: string;
  theory: { code: string } | null;
  plan: { code: string } | null;
}

/** Every address of a publication, the one that it goes by now first. */
export const codesOf = ({ key, theory, plan }: Known): string[] => [
  ...new Set([key, theory?.code ?? key, plan?.code ?? key]),
];

/** Whether an address or an id means this publication. */
export const isMeant = (publication: Known, asked: string): boolean =>
  codesOf(publication).includes(asked);

/** `Northmere Council: Family hubs 2026 to 2029`. */
export const nameOf = ({ owner, programme }: Pick<Publication, 'owner' | 'programme'>): string =>
  `${owner}: ${programme}`;
