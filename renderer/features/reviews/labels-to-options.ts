import type { Option } from '../../ui/index.ts';

/** The choices of a select from a record of codes and their words. */
export const labelsToOptions = (labels: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }));
