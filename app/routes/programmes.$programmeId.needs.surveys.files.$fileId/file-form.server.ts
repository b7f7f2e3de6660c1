import { z } from 'zod';
import type { Problem, Typed } from '#app/http/problems.ts';
import type { Programme } from '#db/people.ts';
import { askedNow, placesFor } from '#app/survey/import/import-answers.server.ts';
import type { FileOnItsWay, Mapping } from '#app/survey/import/bring-file.server.ts';
import { kindField, placeField, roleField, titleField } from '#app/survey/import/ChooseColumns.tsx';
import { columnChoices, columnShown, placeFrom } from '#app/survey/import/import-preview.ts';
import {
  COLUMN_KINDS,
  COLUMN_ROLES,
  guessedPlan,
  type ColumnKind,
  type ColumnPlan,
  type ColumnRole,
} from '#app/survey/import/column-plan.ts';
import { SurveyForm } from '#app/survey/survey.ts';

/** What can be done with a file on its way in. Its columns come as place-0, place-1 and so on. */
export const FileStepForm = z.looseObject({
  intent: z.enum(['check', 'store', 'back', 'leave'], 'Choose what to do with the file'),
});

/** What the columns of a form were said to hold; or what is wrong with the survey around them. */
export function mappingIn(
  typed: Typed,
  file: FileOnItsWay,
): { ok: true; mapping: Mapping } | { ok: false; problems: Problem[] } {
  const columns = file.layout?.columns.length ?? 0;
  const field = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  if (file.surveyId !== null) {
    const places = Array.from({ length: columns }, (_, at) => field(placeField(at)) || 'nothing');
    return { ok: true, mapping: { to: 'survey', places } };
  }
  const about = SurveyForm.safeParse(typed);
  if (!about.success) {
    const first = new Map<string, Problem>();
    for (const { path, message } of about.error.issues) {
      const field = String(path[0] ?? 'title');
      if (!first.has(field)) first.set(field, { field, message });
    }
    return { ok: false, problems: [...first.values()] };
  }
  const plan = Array.from({ length: columns }, (_, at): ColumnPlan => {
    const [role, kind] = [field(roleField(at)), field(kindField(at))];
    return {
      role: Object.hasOwn(COLUMN_ROLES, role) ? (role as ColumnRole) : 'leave',
      kind: Object.hasOwn(COLUMN_KINDS, kind) ? (kind as ColumnKind) : 'text',
      title: field(titleField(at)),
    };
  });
  return { ok: true, mapping: { to: 'new', fields: about.data, plan } };
}

/** What the page of columns shows, as it was chosen last, else as it is guessed. */
export async function columnsShown(programme: Programme, file: FileOnItsWay) {
  const { layout, mapping } = file;
  if (layout === null) return null;
  const common = { rows: layout.rows };
  if (file.surveyId === null) {
    const chosen = mapping?.to === 'new' ? mapping : null;
    return {
      ...common,
      to: 'new' as const,
      columns: layout.columns.map((column) => columnShown(layout, column)),
      plan: chosen?.plan ?? guessedPlan(layout),
      survey: {
        title: chosen?.fields.title ?? file.fileName.replace(/\.\w+$/, '').slice(0, 120),
        opensOn: chosen?.fields.opensOn ?? null,
        closesOn: chosen?.fields.closesOn ?? null,
        privacyNotice: chosen?.fields.privacyNotice ?? '',
        keepUntil: chosen?.fields.keepUntil ?? '',
        lawfulBasis: chosen?.fields.lawfulBasis ?? null,
        specialCondition: chosen?.fields.specialCondition ?? null,
        minutes: chosen?.fields.minutes ?? 10,
      },
    };
  }
  const asked = await askedNow(programme, file.surveyId);
  if (!asked) return null;
  const { rules } = asked;
  const chosen = mapping?.to === 'survey' ? mapping.places : [];
  const places = placesFor(
    layout,
    rules,
    chosen.map((key) => placeFrom(key, rules.questions) ?? { to: 'nothing' }),
  );
  const columns = columnChoices(layout, places, rules.questions);
  return { ...common, to: 'survey' as const, columns };
}
