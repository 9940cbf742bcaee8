/**
 * The themes every new board starts with; the board changes them as it likes. The six marked 'southampton-2009' are the main
 * themes reported to the Southampton Children and Young People's Trust Board on 25 November 2009.
 */
export type Theme = {
  readonly code: string;
  readonly name: string;
  /** Code of the theme it belongs under; null for one of the seven at the top. */
  readonly parent: string | null;
  readonly source: 'southampton-2009' | null;
};

const group = (
  code: string,
  name: string,
  ...under: readonly (readonly [code: string, name: string, source?: 'southampton-2009'])[]
) => [
  { code, name, parent: null, source: null },
  ...under.map(([child, childName, source]) => ({
    code: `${code}-${child}`,
    name: childName,
    parent: code,
    source: source ?? null,
  })),
];

export const THEMES: readonly Theme[] = [
  ...group(
    'child',
    'Child',
    ['voice', 'Voice and lived experience'],
    ['infants', 'Infants under one'],
    ['adolescents', 'Adolescents and care leavers'],
    ['disability', 'Disability'],
    ['mental-health', 'Mental health and self-harm'],
    ['identity', 'Identity, culture and faith'],
  ),
  ...group(
    'harm',
    'Harm',
    ['physical', 'Physical'],
    ['neglect', 'Neglect'],
    ['sexual-abuse', 'Sexual abuse'],
    ['sexual-exploitation', 'Child sexual exploitation'],
    ['criminal-exploitation', 'Criminal exploitation and county lines'],
    ['extra-familial', 'Extra-familial'],
    ['induced-illness', 'Fabricated or induced illness'],
    ['sudden-infant-death', 'Sudden infant death'],
    ['online', 'Online'],
    ['by-young-person', 'By a young person'],
  ),
  ...group(
    'household',
    'Parents and household',
    ['composition', 'Changes in household composition', 'southampton-2009'],
    ['male-partners', 'Male partners and fathers', 'southampton-2009'],
    ['parental-history', 'Risk in parental history', 'southampton-2009'],
    ['substance-misuse', 'Drug and alcohol misuse and parenting', 'southampton-2009'],
    ['mental-health', 'Mental health'],
    ['domestic-abuse', 'Domestic abuse'],
    ['learning-disability', 'Learning disability'],
    ['young-parents', 'Young parents'],
    ['disguised-compliance', 'Disguised compliance'],
    ['mobility', 'Mobility and homelessness'],
  ),
  ...group(
    'practice',
    'Practice',
    ['pre-birth', 'Multi-agency pre-birth assessment', 'southampton-2009'],
    ['assessment', 'Assessment and use of history'],
    ['risk', 'Risk assessment'],
    ['curiosity', 'Professional curiosity'],
    ['over-optimism', 'Over-optimism'],
    ['recording', 'Recording'],
    ['supervision', 'Supervision'],
    ['missed-appointments', 'Missed appointments'],
    ['which-policy', 'Which policy applies', 'southampton-2009'],
    ['non-mobile-babies', 'Injuries in non-mobile babies'],
  ),
  ...group(
    'working-together',
    'Working together',
    ['information', 'Information sharing'],
    ['threshold', 'Referral and threshold'],
    ['core-group', 'Core group attendance'],
    ['escalation', 'Escalation'],
    ['adult-services', 'Adult and children’s services'],
    ['schools', 'Schools'],
    ['cross-border', 'Cross-border'],
    ['transitions', 'Transitions'],
    ['early-help', 'Early help'],
  ),
  ...group(
    'system',
    'System',
    ['workforce', 'Workforce and caseloads'],
    ['training', 'Training'],
    ['leadership', 'Leadership'],
    ['commissioning', 'Commissioning'],
    ['policy', 'Policy and procedure'],
    ['quality-assurance', 'Quality assurance'],
    ['resources', 'Resources'],
  ),
  ...group('good-practice', 'Good practice'),
];
