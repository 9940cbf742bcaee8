/** What belongs to a record, as SQL: the ids of its rows, removed or not. */

/** Tables whose rows belong to one action. */
export const OF_AN_ACTION = [
  'actionJointLeads',
  'actionMilestones',
  'actionStateMoves',
  'actionThemes',
  'approvals',
  'earlierTargets',
  'evidenceLinks',
  'measures',
  'progressUpdates',
  'updateRequests',
] as const;

/** All that belongs to a review: the review, its case, and every row that names it, one or two steps away. */
export const OF_REVIEW = `with recursive own(id) as (
    select @reviewId union select caseId from reviews where id = @reviewId
    union select id from labels where caseId = (select caseId from reviews where id = @reviewId)
    union select id from subjects where caseId = (select caseId from reviews where id = @reviewId)
    ${[
      'milestones',
      'clocks',
      'agencyReports',
      'evaluations',
      'handOvers',
      'proceedDecisions',
      'familyContacts',
      'accuracyRounds',
      'boardResponses',
      'notes',
      'publications',
      'publicationDecisions',
      'publicationDelays',
      'recommendations',
      'actions',
      'approvals',
      'reviewThemes',
      'learningProducts',
      'impactChecks',
      'statedFigures',
      'reviewBodies',
    ]
      .map((table) => `union select id from ${table} where reviewId = @reviewId`)
      .join(' ')}
    ${(
      [
        ['publicationDelayReasons', 'publicationDelayId', 'publicationDelays'],
        ['delayNotices', 'publicationDelayId', 'publicationDelays'],
        ['recommendationResponses', 'recommendationId', 'recommendations'],
        ['recommendationThemes', 'recommendationId', 'recommendations'],
        ...OF_AN_ACTION.map((table) => [table, 'actionId', 'actions'] as const),
        ['approvalConditions', 'approvalId', 'approvals'],
      ] as const
    )
      .map(
        ([table, field, parent]) =>
          `union select id from ${table} where ${field} in (select id from ${parent} where reviewId = @reviewId)`,
      )
      .join(' ')})`;

/** The row itself; for an action also the rows that belong to it, unless one field is asked for. */
export const OF_RECORD = `select @rowId as id ${OF_AN_ACTION.map((table) => `union select id from ${table} where actionId = @rowId and @field is null`).join(' ')}`;
