import { describe, expect, test } from 'vitest';
import * as codes from '../../../db/domain/codes.ts';
import { DELAY_REASON_PHRASES } from '../../../db/domain/delay-words.ts';
import { EVENT_PHRASES } from '../../../db/domain/event-words.ts';

describe('every code has its label, in order, and no label stands without a code', () => {
  test.each([
    ['nations', codes.NATIONS, codes.NATION_LABELS],
    ['divisions', codes.DIVISIONS, codes.DIVISION_LABELS],
    ['action states', codes.ACTION_STATES, codes.ACTION_STATE_LABELS],
    ['RAG levels', codes.RAG_LEVELS, codes.RAG_LEVEL_LABELS],
    ['RAG schemes', codes.RAG_SCHEME_CODES, codes.RAG_SCHEME_LABELS],
    ['approval kinds', codes.APPROVAL_KINDS, codes.APPROVAL_KIND_LABELS],
    ['publication decisions', codes.PUBLICATION_DECISIONS, codes.PUBLICATION_DECISION_LABELS],
    ['publication states', codes.PUBLICATION_STATES, codes.PUBLICATION_STATE_LABELS],
    ['delay reasons', codes.DELAY_REASONS, codes.DELAY_REASON_LABELS],
    ['delay reasons in a sentence', codes.DELAY_REASONS, DELAY_REASON_PHRASES],
    ['review leads', codes.REVIEW_LEADS, codes.REVIEW_LEAD_LABELS],
    ['stage kinds', codes.STAGE_KINDS, codes.STAGE_KIND_LABELS],
    ['recommendation scopes', codes.RECOMMENDATION_SCOPES, codes.RECOMMENDATION_SCOPE_LABELS],
    ['agency responses', codes.AGENCY_RESPONSES, codes.AGENCY_RESPONSE_LABELS],
    ['owner kinds', codes.OWNER_KINDS, codes.OWNER_KIND_LABELS],
    ['clock units', codes.CLOCK_UNITS, codes.CLOCK_UNIT_LABELS],
    ['clock directions', codes.CLOCK_DIRECTIONS, codes.CLOCK_DIRECTION_LABELS],
    ['day zero rules', codes.DAY_ZERO_RULES, codes.DAY_ZERO_RULE_LABELS],
    ['clock states', codes.CLOCK_STATES, codes.CLOCK_STATE_LABELS],
    ['event kinds', codes.EVENT_KINDS, codes.EVENT_KIND_LABELS],
    ['event kinds in a sentence', codes.EVENT_KINDS, EVENT_PHRASES],
    ['meeting purposes', codes.MEETING_PURPOSES, codes.MEETING_PURPOSE_LABELS],
    ['meeting states', codes.MEETING_STATES, codes.MEETING_STATE_LABELS],
    ['attendance', codes.ATTENDANCE, codes.ATTENDANCE_LABELS],
    ['body kinds', codes.BODY_KINDS, codes.BODY_KIND_LABELS],
    ['label kinds', codes.LABEL_KINDS, codes.LABEL_KIND_LABELS],
    ['label audiences', codes.LABEL_AUDIENCES, codes.LABEL_AUDIENCE_LABELS],
    ['learning products', codes.LEARNING_PRODUCT_KINDS, codes.LEARNING_PRODUCT_KIND_LABELS],
    ['evaluation statuses', codes.EVALUATION_STATUSES, codes.EVALUATION_STATUS_LABELS],
    ['evaluation grades', codes.EVALUATION_GRADES, codes.EVALUATION_GRADE_LABELS],
  ] as const)('%s', (_, list, labels) => {
    expect(Object.keys(labels)).toEqual([...list]);
    expect(new Set(Object.values(labels)).size).toBe(list.length);
  });
});
