import { type IRunPropertiesOptions, TextRun } from 'docx';
import { printable } from './printable.ts';

/** Runs that keep the line ends of a text. */
export const textRuns = (text: string, style: IRunPropertiesOptions = {}): readonly TextRun[] =>
  printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index === 0 ? {} : { break: 1 }) }));
