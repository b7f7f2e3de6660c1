import { kit } from '../dialect.ts';
import { areaFiles } from './needs.ts';
import { ofAuthority, ofProgramme } from './owned.ts';
import { authorities } from './people.ts';

const { table, text, whole, real, instant, json, index, uniqueIndex } = kit;

/** Which areas are the authority's own, and how near a hub should be. One row an authority. */
export const areaSettings = table('area_settings', {
  authorityId: text('authority_id')
    .primaryKey()
    .references(() => authorities.id, { onDelete: 'cascade' }),
  /** Codes of local authorities, such as E06000006; a joint programme of two has two. */
  codes: json<string[]>('codes').notNull(),
  /** A small area further than this from the nearest hub has none in reach, in metres. */
  reachMetres: whole('reach_metres').notNull(),
  changedAt: instant('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

/** One row of a lookup, a list of codes or a list of changes: an area and what it belongs to. */
export const areaLinks = table(
  'area_links',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    fileId: text('file_id')
      .notNull()
      .references(() => areaFiles.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** What the other area is to this one: ward, authority, current code, or area of 2021. */
    relation: text('relation').notNull(),
    toCode: text('to_code').notNull(),
    toName: text('to_name').notNull(),
    /** For a change of boundaries: U, S, M or X; otherwise empty. */
    change: text('change').notNull(),
  },
  (t) => [index('area_links_file').on(t.authorityId, t.fileId, t.code)],
);

/** Boundaries of areas, kept once an authority, simplified when they came in. */
export const areaBoundaries = table(
  'area_boundaries',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    title: text('title').notNull(),
    /** "small areas", "wards"… */
    level: text('level').notNull(),
    /** The year of the boundaries, or empty where the file does not say. */
    year: text('year').notNull(),
    fileName: text('file_name').notNull(),
    digest: text('digest').notNull(),
    /** No line was moved by more than this, in metres. */
    tolerance: real('tolerance').notNull(),
    areas: whole('areas').notNull(),
    /** Corners before and after simplifying. */
    pointsBefore: whole('points_before').notNull(),
    points: whole('points').notNull(),
    importedAt: instant('imported_at').notNull(),
    importedBy: text('imported_by').notNull(),
  },
  (t) => [index('area_boundaries_level').on(t.authorityId, t.level, t.year)],
);

/** The outline of one area: polygons of rings of eastings and northings, in whole metres. */
export const areaShapes = table(
  'area_shapes',
  {
    id: text('id').primaryKey(),
    ...ofAuthority(),
    boundariesId: text('boundaries_id')
      .notNull()
      .references(() => areaBoundaries.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** Where distances are measured from: the middle of its largest part. */
    easting: whole('easting').notNull(),
    northing: whole('northing').notNull(),
    /** One list a polygon, of rings: e1, n1, e2, n2 … */
    polygons: json<number[][][]>('polygons').notNull(),
  },
  (t) => [index('area_shapes_boundaries').on(t.authorityId, t.boundariesId, t.code)],
);

/** What stands in for a hub in an area where none can be reached: decided, with the reason. */
export const areaDecisions = table(
  'area_decisions',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** mobile, outreach, digital, transport, neighbour or none. */
    instead: text('instead').notNull(),
    because: text('because').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
  },
  (t) => [uniqueIndex('area_decisions_area').on(t.authorityId, t.programmeId, t.code)],
);

/**
 * The registers of sites, of assets and of barriers: rows of one shape with fields of their own, which
 * app/needs/registers describes.
 */
export const registerRows = table(
  'register_rows',
  {
    id: text('id').primaryKey(),
    ...ofProgramme(),
    /** sites, assets or barriers. */
    register: text('register').notNull(),
    name: text('name').notNull(),
    fields: json<Record<string, string | string[]>>('fields').notNull(),
    version: whole('version').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Taken out, and still to be put back; null while it stands. */
    removedAt: instant('removed_at'),
  },
  (t) => [index('register_rows_programme').on(t.authorityId, t.programmeId, t.register)],
);
