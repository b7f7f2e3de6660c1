export * from './people.ts';
export * from './survey.ts';
export * from './needs.ts';
export * from './panel.ts';
export * from './theory.ts';
export * from './plan.ts';
export * from './thread.ts';
