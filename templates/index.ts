import { packs } from './frameworks/index.ts';
// Survey templates are read and validated when their module is loaded.
import './surveys/index.ts';

/**
 * Reads and validates every template. Called once at start: a template that does not validate stops
 * the start with its file and path.
 */
export function checkTemplates(): void {
  packs();
}
