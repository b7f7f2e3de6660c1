import type { Column } from './column-headers.ts';
import { share, type Values } from './column-values.ts';

interface Sign {
  why: string;
  header?: RegExp;
  cells?: { like: RegExp; atLeast: number };
  /** The cells leave no doubt, and what they hold points to a person. */
  never?: true;
}

const EMAIL = /^[^\s@;,]+@[^\s@;,]+\.[a-z]{2,}$/i;

/**
 * What must never come in with answers, and what only the other tool needs; first match wins. What a
 * heading suggests may be wrong, and people decide; what the cells themselves show is not overruled.
 */
const SIGNS: readonly Sign[] = [
  { why: 'It holds e-mail addresses.', cells: { like: EMAIL, atLeast: 0.3 }, never: true },
  {
    why: 'It holds e-mail addresses.',
    header: /\be-?mail( address(es)?)?\b(?!.*\b(prefer|like|would|how|which)\b)/i,
    cells: { like: EMAIL, atLeast: 0.01 },
  },
  { why: 'It holds e-mail addresses.', header: /^e-?mail( address)?$/i },
  { why: 'It holds network addresses.', header: /\bip[ _-]?addr/i },
  {
    why: 'It holds network addresses.',
    cells: { like: /^(\d{1,3}\.){3}\d{1,3}$|^([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i, atLeast: 0.5 },
    never: true,
  },
  {
    why: 'It holds phone numbers.',
    header: /\b(tele)?phone( number)?\b|\bmobile( number)?\b|\bcontact number\b|^tel\.?$/i,
    cells: { like: /^\+?[\d\s().-]{9,}$/, atLeast: 0.3 },
  },
  {
    why: 'It holds phone numbers.',
    cells: { like: /^(\+44|0)[\d\s().-]{9,14}$/, atLeast: 0.6 },
    never: true,
  },
  {
    why: 'It holds people’s names.',
    header:
      /^((what is )?(your|full|first|last|family|given|respondent|contact|child|parent|user)[’'s]*[ _-]?)?((sur|user)?names?)\??$|\b(first|last|full|family|given|middle)[ _-]?name|\bsurname\b|\bnames? of (the |your |a |all )?([\w’']+ )?(child|children|parents?|carers?|instructors?|teachers?|staff|persons?|people|baby)\b|\b(child|parent|carer|partner|baby)[’']?s? (full )?names?\b/i,
  },
  {
    why: 'It holds whole postcodes, which can point to one home.',
    cells: { like: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, atLeast: 0.6 },
    never: true,
  },
  {
    why: 'It holds exact places on a map, which can point to one home.',
    header:
      /^((x|y)[ _-]?(co-?ord(inate)?s?|cord)|(centroid|coord)[ _-]?[xy]|eastings?|northings?|(latitude|longitude|lat|lon|long|lng))$/i,
    cells: { like: /^-?\d+(\.\d+)?$/, atLeast: 0.9 },
  },
  {
    why: 'It holds home addresses.',
    header: /^(home|street|postal|your|full)? ?address( line ?\d)?$/i,
  },
  {
    why: 'It holds dates of birth.',
    header: /\b(date of birth|d\.?o\.?b\.?|birth ?date|birthday)\b/i,
  },
  { why: 'It numbers people in the other tool.', header: /^(#|id|record|case|serial)$/i },
  {
    why: 'It numbers people in the other tool.',
    header:
      /^(respondent|response|collector|record|session|submission|participant|case|survey|user|submit|token|seed|unique)[ _-]?(id|no|number|uuid|token)\.?$|^seed$|^token$/i,
  },
  {
    why: 'It is a note of the other tool, not an answer.',
    header:
      /^(status|last ?page|start ?language|user ?agent|browser|referr?er|referral url|custom ?data( ?\d)?|tags?|channel|finished|progress|duration.*|time (taken|spent).*|interview time.*|language code|city|country code|region code|link name|collector|recipient.*|distribution ?channel|external ?(data ?)?reference|_.*)$/i,
  },
];

/** Why a column is not brought in; undefined for an answer. */
export function whyLeftOut(
  column: Column,
  values: Values,
): { why: string; never: boolean } | undefined {
  if (values.said === 0) return { why: 'It is empty.', never: false };
  const found = SIGNS.find(({ header, cells }) => {
    const byHeader = header?.test(column.header) ?? false;
    const byCells =
      cells !== undefined && share(values, (value) => cells.like.test(value)) >= cells.atLeast;
    if (header !== undefined && cells !== undefined) return byHeader && byCells;
    return byHeader || byCells;
  });
  if (found) return { why: found.why, never: found.never === true };
  const counting =
    column.at === 0 &&
    values.said > 5 &&
    values.tally.length === values.said &&
    values.tally.every(([value]) => /^\d+$/.test(value));
  return counting ? { why: 'It numbers people in the other tool.', never: false } : undefined;
}
