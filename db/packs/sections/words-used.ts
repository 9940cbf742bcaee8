import { capitalised } from '../../domain/plain-words.ts';
import type { PackTable } from '../model.ts';
import { column, text } from './cells.ts';
import type { PackSource } from './source.ts';

type Word = { readonly word: string; readonly meaning: string };

/** Words that boards use in more than one way, as this register uses them. */
const WORDS: readonly Word[] = [
  {
    word: 'Live',
    meaning:
      'A review from its referral until its work has ended; one whose report is agreed is live until then. A complete review is no longer live.',
  },
  { word: 'Complete', meaning: 'The work of the review has ended. It says nothing about publication.' },
  {
    word: 'Published',
    meaning: 'The report, or the part of it that was decided on, is where the public can read it.',
  },
  {
    word: 'Closed',
    meaning: 'Nothing is left to be done. A report that may not be published yet is not closed by that.',
  },
  {
    word: 'Overview report',
    meaning:
      'The report of the review as a whole; an agency’s own report to it is an agency report (individual management review, IMR).',
  },
  {
    word: 'Action plan',
    meaning: 'The recommendations of one review, or of a report of others, with the actions that answer them.',
  },
  { word: 'Open', meaning: 'An action that is neither signed off nor set aside: “reported complete” is still open.' },
  { word: 'Reported complete', meaning: 'The agency says that it is done; no body has accepted the evidence yet.' },
  { word: 'Signed off', meaning: 'A body has recorded its decision that the action is complete.' },
  { word: 'Embedded', meaning: 'A later check found that the change is in use.' },
  { word: 'Set aside', meaning: 'Superseded, rejected, or another area’s action: kept to be seen, not counted.' },
  { word: 'Overdue', meaning: 'Open, and the last day that the target allows has passed.' },
  { word: 'No update', meaning: 'Open, an update was asked for, and none has come since.' },
  {
    word: 'Theme',
    meaning: 'What the learning is about; a theme is seen in a review through its recommendations and actions too.',
  },
];

/** Serious case reviews come first: the short form has another meaning in schools. */
const SCR_NOTE = 'In schools “SCR” also means the single central record; here it never does.';

/** Types of review are spelt out as the register has them: its references use the short forms. */
export const wordsUsed = ({ reader }: PackSource): PackTable => ({
  kind: 'table',
  id: 'words-used',
  caption: 'Words and short forms',
  columns: [column('word', 'Word', 'text', 3), column('meaning', 'Meaning', 'text', 10)],
  rows: [
    ...reader
      .prepare<[], { code: string; shortName: string; name: string; trigger: string; decidedBy: string }>(
        `select t.code, t.shortName, t.name, t.trigger, t.decidedBy from reviewTypes t
         where t.removed is null and exists (select 1 from reviews r where r.reviewTypeId = t.id and r.removed is null)
         order by t.position, t.id`,
      )
      .all()
      .map(({ code, shortName, name, trigger, decidedBy }) => ({
        word: shortName || name,
        meaning: [
          name === shortName ? '' : `${name}.`,
          trigger === '' ? '' : `Held for: ${sentence(trigger)}`,
          decidedBy === '' ? '' : `Decided by: ${sentence(decidedBy)}`,
          code === 'scr-england' ? SCR_NOTE : '',
        ]
          .filter(Boolean)
          .join(' '),
      })),
    ...WORDS,
  ].map(({ word, meaning }) => [text(capitalised(word)), text(meaning)]),
  nil: 'No word needs a definition.',
});

const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`);
