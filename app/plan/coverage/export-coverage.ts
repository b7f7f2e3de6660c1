import { SITE_TYPES } from '#app/needs/registers/choices.ts';
import type { PlanCell, PlanSheet } from '#app/plan/export/plan-sheets.ts';
import { DUTY_STATE_NAMES, DUTY_WORDS, type Duties } from './duties.ts';
import {
  NUMBERED_POINTS,
  POINT_NAMES,
  SERVICE_NAMES,
  type Hubs,
  type ServiceList,
} from './hubs.ts';

/** Hubs, services, strands and duties as sheets; what holds nothing is left out. */
export function coverageSheets({ hubs, duties }: { hubs: Hubs; duties: Duties }): PlanSheet[] {
  const sheets = [
    hubSheet(hubs),
    serviceSheet(hubs.services),
    strandSheet(hubs),
    dutySheet(duties),
  ];
  return sheets.filter(({ rows }) => rows.length > 1);
}

function hubSheet({ tests }: Hubs): PlanSheet {
  return {
    name: 'Hubs',
    widths: [34, 24, 8, ...NUMBERED_POINTS.map(() => 26), 50],
    rows: [
      [
        'Site',
        'Kind of site',
        'Met',
        ...NUMBERED_POINTS.map(({ number, label }) => `${number}: ${label}`),
        'What to do',
      ],
      ...tests.map(({ name, type, met, points, todo }): PlanCell[] => [
        name,
        SITE_TYPES.find(({ value }) => value === type)?.label ?? type,
        met,
        ...points.map(({ state }) => POINT_NAMES[state]),
        todo,
      ]),
    ],
  };
}

function serviceSheet({ sites, rows }: ServiceList): PlanSheet {
  return {
    name: 'Services',
    widths: [20, 50, 20, 50, ...sites.map(() => 24)],
    rows: [
      ['Requirement', 'Service', 'Its name', 'Who provides it', ...sites.map(({ name }) => name)],
      ...rows.map((row) => [
        row.requirementId,
        row.name,
        row.confirmed ? 'Known' : 'To be confirmed',
        row.providers.map(({ name }) => name).join('; '),
        ...row.sites.map(({ at }) => SERVICE_NAMES[at]),
      ]),
    ],
  };
}

function strandSheet({ strands }: Hubs): PlanSheet {
  return {
    name: 'Strands',
    widths: [40, 14, 14, 14, 10, 16, 16, 50, 50],
    rows: [
      [
        'Strand',
        'To cover',
        'Covered',
        'In part',
        'Lines',
        'Known costs',
        'Costs not known',
        'Sites',
        'Measures',
      ],
      ...strands.map(({ label, requirements, ...row }): PlanCell[] => [
        label,
        requirements.toCover,
        requirements.covered,
        requirements.partly,
        row.lines.length,
        row.knownPence === null ? null : { pence: row.knownPence },
        row.unknownCosts,
        row.sites.join('; '),
        row.measures.join('; '),
      ]),
    ],
  };
}

function dutySheet({ duties }: Duties): PlanSheet {
  return {
    name: 'Duties',
    widths: [50, 24, 80, 80, 40],
    rows: [
      ['Duty', 'State', 'Recorded', 'Missing', 'Source'],
      ...duties.map(({ id, state, shows, missing }) => [
        DUTY_WORDS[id].title,
        DUTY_STATE_NAMES[state],
        shows.map(({ words }) => words).join('; '),
        missing.map(({ words }) => words).join('; '),
        DUTY_WORDS[id].source.words,
      ]),
    ],
  };
}

/** The same as data. */
export function hubsJson({ tests, services, strands }: Hubs) {
  return {
    sites: tests.map(({ id, name, type, met, points }) => ({
      id,
      name,
      type,
      met,
      points: Object.fromEntries(points.map((point) => [point.id, point.state])),
    })),
    services: services.rows.map(({ key, name, confirmed, providers, sites }) => ({
      requirement: key,
      name,
      confirmed,
      providers: providers.map((one) => one.name),
      sites: Object.fromEntries(sites.map(({ siteId, at }) => [siteId, at])),
    })),
    strands: strands.map(({ id, label, requirements, knownPence, unknownCosts, ...row }) => ({
      id,
      label,
      ...requirements,
      lines: row.lines.map((line) => line.id),
      knownPence,
      costsNotKnown: unknownCosts,
      sites: row.sites,
      measures: row.measures,
    })),
  };
}

export function dutiesJson({ duties }: Duties) {
  return duties.map(({ id, state, shows, missing }) => ({
    id,
    title: DUTY_WORDS[id].title,
    state,
    shows: shows.map(({ words }) => words),
    missing: missing.map(({ words }) => words),
  }));
}
