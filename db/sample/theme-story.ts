/** What becomes of the sample's themes: national lists, tasks to embed and verify, learning issued, and whether it worked. */
import type { Writer } from '../store/store.ts';

type ThemeCast = {
  readonly bodies: ReadonlyMap<string, string>;
  readonly themes: ReadonlyMap<string, string>;
  readonly reviews: ReadonlyMap<string, string>;
  readonly day: (days: number) => string;
};

type ThemeHappening = {
  readonly on: number;
  readonly kind: 'edit-theme' | 'edit-learning';
  readonly write: (write: Writer) => void;
};

const PRACTICE = 'Professional practice sub-group';

const NATIONAL_LIST = 'National panel, annual report 2024';

const MAPPINGS: readonly (readonly [theme: string, item: string])[] = [
  ['household-male-partners', 'Engaging fathers and men in the household'],
  ['working-together-information', 'Sharing information in time'],
  ['practice-assessment', 'Critical thinking in assessment'],
  ['child-voice', 'Hearing the child'],
];

export const themeStory = ({ bodies, themes, reviews, day }: ThemeCast): readonly ThemeHappening[] => {
  const theme = (code: string): string => found(themes, code);
  return [
    {
      on: -110,
      kind: 'edit-theme',
      write: (write) => {
        for (const [code, item] of MAPPINGS) {
          write.insert('themeMappings', { themeId: theme(code), list: NATIONAL_LIST, item });
        }
      },
    },
    {
      on: -430,
      kind: 'edit-theme',
      write: (write) =>
        write.insert('themeRoutes', {
          themeId: theme('practice-missed-appointments'),
          bodyId: found(bodies, PRACTICE),
          routedOn: day(-430),
          embeddedOn: day(-290),
          verifiedOn: day(-120),
          task: 'Treat “was not brought” as a concern of its own, and verify by a dip sample in each health trust',
          finding: 'Followed up within two working days in 31 of 36 records, against 12 of 36 a year before.',
        }),
    },
    {
      on: -260,
      kind: 'edit-theme',
      write: (write) =>
        write.insert('themeRoutes', {
          themeId: theme('harm-neglect'),
          bodyId: found(bodies, PRACTICE),
          routedOn: day(-260),
          task: 'Use one neglect toolkit in every agency, and verify by audit that scores lead to plans',
        }),
    },
    {
      on: -45,
      kind: 'edit-learning',
      write: (write) => {
        write.insert('learningProducts', {
          reviewId: found(reviews, 'LCSPR 2025/02'),
          themeId: theme('household-male-partners'),
          kind: 'seven-minute-briefing',
          title: 'Who else lives here? Seven minutes on men in the household',
          audience: 'Health visitors, midwives and social workers',
          issuedOn: day(-45),
          reach: 310,
          interim: 1,
        });
        write.insert('impactChecks', {
          themeId: theme('harm-neglect'),
          question: 'Do scores of the neglect toolkit lead to a plan within ten working days?',
          method: 'Multi-agency audit of 30 cases',
          plannedOn: day(-14),
        });
      },
    },
  ];
};

const found = (map: ReadonlyMap<string, string>, key: string): string => {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the sample names “${key}”, which there is not`);
  return id;
};
