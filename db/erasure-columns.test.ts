import { getTableColumns, getTableName, isTable, type Column } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { NAMED_IN, NAMED_WITHIN } from './erasure-columns.ts';
import * as schema from './schema/index.ts';

// Every column of words is cleaned of the name of somebody who was erased, or says here why not.

const columns = Object.values<unknown>(schema)
  .filter((one): one is PgTable => isTable(one))
  .flatMap((table): Column[] => Object.values(getTableColumns(table)));
const nameOf = (column: Column) => `${getTableName(column.table)}.${column.name}`;

/** Names of columns that hold no words in whatever table, and why. */
const EXEMPT_NAMES: Readonly<Record<string, RegExp>> = {
  'the id of a row, a reference to one, or a key made of such':
    /^(id|.+_ids?|.+_keys?|reports_to|replaced_by|put_up_by)$/,
  'a value of a list that the system holds': /^(kind|state|status|strand|framework|language)$/,
  'a day, an hour, a quarter or a year':
    /^(keep_until|.+_at|for_day|.+_on|on|on_day|.+_(from|to)|period_.+|quarter|(.+_)?year)$/,
  'the account of staff that did it: only members of panels are erased':
    /^(by|by_name|priority_by|made_by|person_name|(put_up|decided|settled)_name|.+(ed|n)_by|(kept|brought|said)_by)$/,
  'a fingerprint': /^digest$/,
};

/** Whole tables, and why. */
const EXEMPT_TABLES: Readonly<Record<string, readonly string[]>> = {
  'what families and members said of themselves or wrote: it goes with them, and not with a name': [
    ...[
      'responses',
      'drafts',
      'staged_answers',
      'answer_files',
      'answer_imports',
      'second_entries',
    ],
    ...['votes', 'vote_history', 'poll_answers', 'excerpts', 'quotes', 'second_items', 'interests'],
    ...['interest_contacts', 'panel_members', 'panel_contacts', 'member_support', 'messages'],
    ...['panel_invitations', 'meeting_invitations', 'conversation_statements', 'purpose_links'],
    'conversation_voters',
  ],
  'how somebody comes in, or what a server keeps of its own work': [
    ...['people', 'sessions', 'personal_links', 'sign_in_settings', 'sign_in_identities'],
    ...['access_requests', 'second_factors', 'recovery_codes', 'outreach_tablets', 'presses'],
    ...['running_servers', 'rate_counts', 'job_leases', 'job_runs', 'readings', 'erasures'],
  ],
  'it is cleaned by a deed of its own': ['audit_rows'],
  'a concern about a child is kept as it was seen': ['safeguarding_flags', 'safeguarding_log'],
  'whom to ring, and it is staff': ['duty_contacts'],
  'questions, figures and names of places': [
    ...['authorities', 'survey_versions', 'survey_edits', 'area_files', 'area_rows', 'area_links'],
    ...['area_settings', 'area_boundaries', 'area_shapes', 'printed_tables', 'published_tables'],
    ...['population_margins', 'panel_population', 'weightings', 'coding_readings', 'polls'],
    ...['language_wordings', 'survey_papers'],
  ],
  'files as they were brought': ['formal_files'],
};
const isExemptTable = (column: Column) =>
  Object.values(EXEMPT_TABLES).flat().includes(getTableName(column.table));

/** Single columns, and why. */
const EXEMPT: Readonly<Record<string, readonly string[]>> = {
  'it stays what its seal is of, and the version is marked instead': ['plan_versions.frozen'],
  'a value of a list that the system holds': [
    ...['funding_streams.pays', 'funding_streams.ring_strands', 'funding_streams.ring_kinds'],
    ...['plan_lines.equality_effect', 'plan_lines.standing', 'plan_progress.standing'],
    ...['sharing_agreements.basis', 'sharing_agreements.condition', 'sharing_agreements.dpia'],
    ...['communications.groups', 'communications.channel', 'communications.languages'],
    ...['self_evaluations.rating', 'self_evaluations.panel_rating', 'avoided_costs.counts'],
    ...['avoided_costs.grade', 'tool_scores.came', 'reach_counts.what', 'reach_counts.breakdown'],
    ...['measure_values.breakdown', 'pack_corrections.field', 'likeness_judgements.verdict'],
    ...['boards.cycle', 'board_seats.role', 'board_matters.put_by', 'board_matters.outcome'],
    ...['thread_links.from_kind', 'thread_links.to_kind', 'thread_links.relation'],
    ...['document_sections.document', 'document_sections.section', 'document_versions.document'],
  ],
  'a value of a list that the system holds, before there was a plan': [
    ...['programmes.packs', 'programmes.stage', 'surveys.lawful_basis', 'surveys.languages'],
    ...['surveys.special_condition', 'entry_batches.channel', 'listening_events.languages'],
    ...['listening_events.heads', 'note_excerpts.consent', 'answer_reviews.decision'],
    ...['redactions.source_kind', 'theme_changes.what', 'register_rows.register'],
    ...['area_decisions.instead', 'needs.priority', 'need_scores.criterion', 'need_changes.what'],
    ...['priority_rules.weights', 'consultations.standing', 'consulting_times.elections'],
    ...['statements.type', 'statements.method', 'statements.about', 'moderations.source_kind'],
    ...['moderations.decision', 'formal_corrections.part', 'open_calls.quotas', 'meetings.how'],
    ...['meetings.interpreters', 'agenda_items.about_kind', 'attendances.how'],
    ...['meeting_guests.category', 'meeting_notes.consent', 'terms_agreements.how'],
    ...['panel_payments.how', 'panel_payments.evidence', 'panel_payments.stream'],
    ...['participation_corrections.line', 'data_requests.about', 'data_requests.outcome'],
    ...['privacy_documents.document', 'privacy_documents.scope', 'theory_boxes.type'],
  ],
  'questions as families are asked them, and words on which they were tested': [
    ...['surveys.definition', 'surveys.translations', 'implausible_pairs.question'],
    ...['implausible_pairs.option', 'implausible_pairs.other_question', 'redactions.question'],
    ...['implausible_pairs.other_option', 'moderations.question', 'disliked_words.words'],
    'disliked_words.instead',
  ],
  'an id, or an address that the system made': [
    ...['surveys.code', 'open_calls.code', 'theory_versions.code', 'theory_links.source'],
    ...['theory_links.target', 'theory_operations.batch', 'themes.merged_into'],
    ...['entry_batches.sample_seed', 'panel_draws.seed', 'panel_draws.pool', 'panel_draws.panels'],
    ...['panel_draws.drawn', 'meetings.joining_link', 'conversations.address'],
    ...['reply_texts.of_digest', 'area_decisions.code'],
    ...['communications.tested_in', 'self_evaluation_items.about_item', 'plan_costs.batch'],
    ...['avoided_costs.starter', 'published_plans.code', 'taken_fragments.code'],
    ...['taken_fragments.looked_at', 'likeness_judgements.code', 'likeness_judgements.ours'],
    'likeness_judgements.theirs',
  ],
  'a picture': ['consultation_pictures.small', 'consultation_pictures.large'],
  'a place or a group of many people, by which rows are told apart': [
    ...['reach_counts.site_name', 'reach_counts.group_name', 'measure_values.group_name'],
    ...['measure_benchmarks.name', 'programmes.places', 'area_decisions.name'],
    'reach_notes.group_label',
  ],
};
const EXEMPT_COLUMNS = Object.values(EXEMPT).flat();

test('every column of words is cleaned of names, or it is said why not', () => {
  const cleaned = new Set([...NAMED_IN, ...NAMED_WITHIN].map(nameOf));
  const words = columns.filter(({ dataType }) => dataType === 'string' || dataType === 'json');
  expect(words.length).toBeGreaterThan(150);
  const why = Object.values(EXEMPT_NAMES);
  const forgotten = words.filter(
    (column) =>
      !cleaned.has(nameOf(column)) &&
      !isExemptTable(column) &&
      !EXEMPT_COLUMNS.includes(nameOf(column)) &&
      !why.some((pattern) => pattern.test(column.name)),
  );
  expect(forgotten.map(nameOf)).toEqual([]);
});

test('what is said to be exempt is there, and is not cleaned as well', () => {
  const there = columns.map(nameOf);
  const cleaned = [...NAMED_IN, ...NAMED_WITHIN].map(nameOf);
  expect(EXEMPT_COLUMNS.filter((one) => !there.includes(one))).toEqual([]);
  expect(EXEMPT_COLUMNS.filter((one) => cleaned.includes(one))).toEqual([]);
  const tables = new Set(columns.map(({ table }) => getTableName(table)));
  const exempt = Object.values(EXEMPT_TABLES).flat();
  expect(exempt.filter((one) => !tables.has(one))).toEqual([]);
  const both = cleaned.filter((one) => exempt.includes(one.split('.')[0] ?? ''));
  expect(both).toEqual([]);
  expect(new Set(cleaned).size).toBe(cleaned.length);
});

test('words are cleaned as words, and data as data', () => {
  expect(NAMED_IN.filter(({ dataType }) => dataType !== 'string').map(nameOf)).toEqual([]);
  expect(NAMED_WITHIN.filter(({ dataType }) => dataType !== 'json').map(nameOf)).toEqual([]);
});
