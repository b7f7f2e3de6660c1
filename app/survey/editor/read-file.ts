import { readDefinition, type ReadDefinition } from '#app/survey/read-definition.ts';

/** A questionnaire of 200 questions in eleven languages is under 1 MB. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reads the bytes of a SurveyJS file; everything that stands in the way is named. */
export function readQuestionnaireFile(bytes: Uint8Array): ReadDefinition {
  const refused = (message: string): ReadDefinition => {
    return { ok: false, problems: [{ element: 'file', message }] };
  };
  if (bytes.length > MOST_BYTES) return refused('It is larger than 5 MB.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('It is not text in UTF-8. Save it as JSON in UTF-8.');
  }
  try {
    return readDefinition(JSON.parse(text));
  } catch (error) {
    const where = error instanceof SyntaxError ? ` (${error.message})` : '';
    return refused(`It is not JSON${where}. Export the questionnaire as JSON.`);
  }
}
