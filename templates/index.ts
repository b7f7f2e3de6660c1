import { documentOutlines } from './documents/index.ts';
import { packs } from './frameworks/index.ts';
import { successions } from './frameworks/successions.ts';
// Templates of surveys, theories, measures and costs are read and validated when their modules are loaded.
import './surveys/index.ts';
import './theories/index.ts';
import './measures/index.ts';
import './costs/index.ts';

/**
 * Reads and validates every template. Called once at start: a template that does not validate stops
 * the start with its file and path.
 */
export function checkTemplates(): void {
  packs();
  successions();
  documentOutlines();
}
